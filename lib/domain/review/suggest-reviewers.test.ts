import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askReview, takeOverReview } from './ask-review';
import { assess } from './assess';
import { ana, ben, by, cleo, head, must, ola, open, people, person, put, vic, worldOf } from './fixtures';
import { peopleOf } from './people';
import { type Availability, byAvailability, chooseOfTeam, loadOf, suggestReviewers } from './suggest-reviewers';
import { afterWorkingDays } from './working-days';

const at = new Date('2026-01-15T10:00:00Z');
const ids = [...people.persons.keys()];
const moment = fc.date({ min: new Date('2025-12-01'), max: at, noInvalidDate: true });
const availability: fc.Arbitrary<Availability> = fc.record({
  openAsks: fc
    .dictionary(fc.constantFrom(...ids), fc.array(moment, { maxLength: 4 }))
    .map((all) => new Map(Object.entries(all))),
  lastSeen: fc.dictionary(fc.constantFrom(...ids), moment).map((all) => new Map(Object.entries(all))),
  away: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...ids)).map((all) => new Map(Object.entries(all))),
  at: fc.constant(at),
});
const free: Availability = { openAsks: new Map(), lastSeen: new Map(), away: new Map(), at };
const request = open(put('ev_1', 'meaning', 'Captured.'), put('ev_2', 'meaning', 'Seen by a person.'));
const { requirements } = assess(request, worldOf());
const nobodyAsked = { ...request, reviewerIds: [] };

describe('suggesting reviewers', () => {
  it('names only who can meet an open requirement and had no hand in it, the least loaded first, always the same', () => {
    const able = new Set(requirements.flatMap(({ met, who }) => (met ? [] : who.userIds)));
    fc.assert(
      fc.property(availability, fc.subarray(ids), (known, contributors) => {
        const mine = { ...nobodyAsked, contributors: ['ana', ...contributors] };
        const all = suggestReviewers(mine, requirements, people, head, known);
        expect(suggestReviewers(mine, requirements, people, head, known)).toEqual(all);
        const shuffled = peopleOf([...people.persons.values()].reverse(), people.teams.values());
        expect(suggestReviewers(mine, requirements, shuffled, head, known).map(({ userId }) => userId)).toEqual(
          all.map(({ userId }) => userId),
        );
        for (const { userId } of all) {
          expect(able.has(userId)).toBe(true);
          expect(mine.contributors).not.toContain(userId);
        }
        const there = all
          .filter(({ isAway }) => !isAway)
          .map(({ userId }) => loadOf(known.openAsks.get(userId) ?? [], at));
        expect(there).toEqual([...there].sort((a, b) => a - b));
      }),
    );
  });

  it('is an order: of any two people one comes first, whoever is asked first', () => {
    fc.assert(
      fc.property(availability, fc.constantFrom(...ids), fc.constantFrom(...ids), (known, a, b) => {
        const [first, second] = [people.persons.get(a) ?? ana, people.persons.get(b) ?? ana];
        const order = byAvailability(known);
        expect(Math.sign(order(first, second))).toBe(-Math.sign(order(second, first)) + 0);
        if (a !== b) expect(order(first, second)).not.toBe(0);
      }),
    );
  });

  it('says why: what they own, what waits for them, whether they are here', () => {
    const known = {
      ...free,
      openAsks: new Map([['ola', [at]]]),
      lastSeen: new Map([['ben', new Date(at.getTime() - 60_000)]]),
    };
    const said = suggestReviewers(nobodyAsked, requirements, people, head, known);
    expect(said.find(({ userId }) => userId === 'ola')?.reason).toBe('owns Order Completed with Growth; 1 open review');
    expect(said.find(({ userId }) => userId === 'ben')?.reason).toBe('may approve it; no open review; here now');
    expect(said[0]?.userId).toBe('ben');
  });

  it('weighs an ask less the older it is', () => {
    const ago = (days: number) => new Date(at.getTime() - days * 86_400_000);
    expect([loadOf([at], at), loadOf([ago(7)], at), loadOf([at, ago(14)], at)]).toEqual([1, 0.5, 1.25]);
  });
});

describe('asking a team', () => {
  const team = [person('tim', 'contributor', 'tm_growth'), person('una', 'contributor', 'tm_growth')];
  const more = peopleOf([...people.persons.values(), ...team], people.teams.values());

  it('chooses one by load and presence, who a team mate may relieve', () => {
    const known = {
      ...free,
      openAsks: new Map([
        ['ola', [at]],
        ['tim', [at]],
      ]),
    };
    const world = { ...worldOf(), people: more };
    const { requirements: asked } = assess(nobodyAsked, world);
    const chosen = chooseOfTeam('tm_growth', nobodyAsked, asked, more, known);
    expect(chosen?.id).toBe('una');
    const input = { userId: 'una', viaTeamId: 'tm_growth' };
    const after = must(askReview(nobodyAsked, input, by(ana, world)));
    expect(after.reviewerIds).toEqual(['una']);
    expect(must(takeOverReview(after, input, by(ola, world))).reviewerIds).toEqual(['ola']);
    expect(takeOverReview(after, input, by(ben, world))).toMatchObject({ error: { code: 'review.not-entitled' } });
  });
});

describe('asking somebody who is away', () => {
  const world = {
    ...worldOf(),
    away: new Map([
      ['ben', 'cleo'],
      ['cleo', 'vic'],
    ]),
  };

  it('asks their substitute and tells both, unless the substitute cannot review it', () => {
    const only = { ...world, away: new Map([['ben', 'cleo']]) };
    const asked = askReview(nobodyAsked, { userId: 'ben', viaTeamId: null }, by(ana, only));
    expect(asked).toMatchObject({ value: { request: { reviewerIds: ['cleo'] } } });
    expect(asked.ok && asked.value.events.map(({ type }) => type.slice(15))).toEqual(['review-asked', 'stood-in']);
    expect(must(askReview(nobodyAsked, { userId: 'cleo', viaTeamId: null }, by(ana, world))).reviewerIds).toEqual([
      'cleo',
    ]);
    expect(must(askReview(nobodyAsked, { userId: 'ben', viaTeamId: null }, by(ana, world))).reviewerIds).toEqual([
      'ben',
    ]);
  });

  it('asks neither a viewer nor a contributor', () => {
    for (const who of [vic, ana])
      expect(askReview(nobodyAsked, { userId: who.id, viaTeamId: null }, by(ana))).toMatchObject({
        error: { code: 'review.not-entitled' },
      });
    expect(askReview(nobodyAsked, { userId: cleo.id, viaTeamId: null }, by(vic))).toMatchObject({
      error: { code: 'review.not-allowed' },
    });
  });
});

describe('working days', () => {
  it('pass over the weekend', () => {
    const day = (from: string, days: number) => afterWorkingDays(new Date(from), days).toISOString().slice(0, 10);
    expect(day('2026-01-15T10:00:00Z', 2)).toBe('2026-01-19');
    expect(day('2026-01-17T10:00:00Z', 1)).toBe('2026-01-19');
  });
});
