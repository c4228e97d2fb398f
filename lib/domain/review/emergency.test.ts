import { describe, expect, it } from 'vitest';
import { askForEmergency, confirmEmergency, followUpRefusal } from './emergency';
import { ana, approveAll, ben, by, cleo, dora, edited, must, newId, ola, open, put, vic, worldOf } from './fixtures';
import { decideMerge } from './merge-decision';
import type { Person } from './people';
import { requestChanges } from './request-changes';

const at = (person: Person, minutes = 0, world = worldOf()) => ({
  ...by(person, world),
  at: new Date(Date.parse('2026-01-15T10:00:00Z') + minutes * 60_000).toISOString(),
});
const unread = () => open(put('ev_2', 'meaning', 'Shown.'));
const code = (result: { ok: boolean; error?: { code: string } }) => (result.ok ? 'ok' : result.error?.code);
const ask = (request = unread(), who: Person = dora, world = worldOf()) =>
  askForEmergency(request, { id: 'em_1', reason: 'The shop is down' }, at(who, 0, world));
const asked = (request = unread()) => {
  const result = ask(request);
  if (!result.ok) throw new Error(result.error.words);
  return result.value.ask;
};

describe('an emergency merge', () => {
  it('merges without what is missing and named, when two people say so', () => {
    const request = unread();
    expect(code(decideMerge(request, by(dora)))).toBe('review.gates');
    const confirmed = confirmEmergency(request, asked(request), at(ben, 59));
    if (!confirmed.ok) throw new Error(confirmed.error.words);
    const merged = decideMerge(request, at(ben, 59), confirmed.value);
    expect(merged).toMatchObject({
      ok: true,
      value: { emergency: { askedBy: 'dora', confirmedBy: 'ben', reason: 'The shop is down' } },
    });
    expect(merged.ok && merged.value.approvers).toEqual([{ itemId: 'ev_2', userIds: [] }]);
    expect(merged.ok && merged.value.events.map((event) => event.type)).toEqual([
      'change-request.emergency-confirmed',
      'change-request.merged',
      'change-request.status-changed',
    ]);
  });

  it('is asked for by whom the rules name, with a reason, and only when something is missing', () => {
    for (const who of [vic, ana, ola, ben]) expect(code(ask(unread(), who))).toBe('review.not-allowed');
    expect(code(ask(unread(), ben, worldOf({ emergencyMerge: 'approvers' })))).toBe('ok');
    expect(code(ask(unread(), dora, worldOf({ emergencyMerge: 'never' })))).toBe('review.not-allowed');
    expect(code(askForEmergency(unread(), { id: 'em_1', reason: '  ' }, at(dora)))).toBe('review.reason-missing');
    expect(code(ask(must(approveAll(unread(), ben))))).toBe('emergency.not-needed');
    expect(code(ask({ ...unread(), status: 'merged' }))).toBe('review.finished');
    expect(code(ask({ ...unread(), status: 'draft' }))).toBe('review.not-open');
  });

  it('is confirmed within the hour by a second approver who did not contribute', () => {
    const request = unread();
    const one = asked(request);
    expect(code(confirmEmergency(request, one, at(dora)))).toBe('emergency.same-person');
    for (const who of [vic, ola]) expect(code(confirmEmergency(request, one, at(who)))).toBe('review.not-allowed');
    expect(code(confirmEmergency(request, one, at(ben, 61)))).toBe('emergency.expired');
    expect(code(confirmEmergency(request, one, at(ben, 5, worldOf({ emergencyMerge: 'never' }))))).toBe(
      'review.not-allowed',
    );
    const withBen = { ...request, contributors: [...request.contributors, 'ben'] };
    expect(code(confirmEmergency(withBen, one, at(ben)))).toBe('review.own-change');
    expect(code(confirmEmergency(withBen, one, at(cleo)))).toBe('ok');
    const world = worldOf();
    const persons = new Map(world.people.persons).set('dora', { ...dora, role: 'contributor' });
    const demoted = { ...world, people: { ...world.people, persons } };
    expect(code(confirmEmergency(request, one, at(ben, 5, demoted)))).toBe('review.not-allowed');
  });

  it('holds for exactly what was asked for, and passes by no block, no conflict and nothing that was not named', () => {
    const request = unread();
    const one = asked(request);
    expect(code(confirmEmergency(edited(request, ana, put('ev_2', 'meaning', 'Other.')), one, at(ben)))).toBe(
      'review.stale',
    );
    const input = { id: newId(), newId, body: 'No.' };
    const blocked = must(requestChanges(request, input, by(cleo)));
    expect(code(confirmEmergency(blocked, one, at(ben)))).toBe('review.gates');
    expect(code(ask(blocked))).toBe('review.gates');
    const behind = {
      ...request,
      changes: request.changes.map((c) => ({ ...c, base: { revisionId: 'x', digest: 'x' } })),
    };
    expect(code(ask(behind as typeof request))).toBe('review.gates');
    const stricter = worldOf({ acknowledgements: 'require' });
    expect(code(confirmEmergency(request, one, at(ben, 5, stricter)))).toBe('review.stale');
    expect(code(confirmEmergency(must(approveAll(request, cleo)), one, at(ben)))).toBe('emergency.not-needed');
  });

  it('is reviewed afterwards by somebody else', () => {
    const two = { askedBy: 'dora', confirmedBy: 'ben' };
    const merged = { ...unread(), status: 'merged' as const };
    const who = (person: Person) => followUpRefusal(merged, two, at(person))?.code ?? 'ok';
    expect([cleo, ben, dora, ana, vic].map(who)).toEqual([
      'ok',
      'emergency.same-person',
      'emergency.same-person',
      'review.not-allowed',
      'review.not-allowed',
    ]);
  });
});
