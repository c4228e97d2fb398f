import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess } from './assess';
import { type ChecklistLine, checklistStages, loosens } from './checklist';
import { ana, approveAll, ben, by, draft, edited, must, ola, put, vic, worldOf } from './fixtures';
import { decideMerge } from './merge-decision';
import { submit } from './submit';
import { tickLine } from './tick-line';

const line = (id: string, required: ChecklistLine['required'], words = `Line ${id}`): ChecklistLine => ({
  ...{ id, required, words },
});
const with_ = (...checklist: ChecklistLine[]) => ({ ...worldOf(), checklist });

describe('a checklist', () => {
  const world = with_(line('a', 'sending'), line('b', 'merging'), line('c', 'never'));

  it('keeps a draft from being sent until what is asked before is ticked, by somebody named', () => {
    const begun = edited(draft(), ana, put('ev_2', 'meaning', 'Seen by a person.'));
    expect(submit(begun, {}, by(ana, world))).toMatchObject({ ok: false, error: { code: 'review.checklist' } });
    const ticked = must(tickLine(begun, { lineId: 'a', ticked: true }, by(ana, world)));
    expect(ticked.ticks).toMatchObject([{ lineId: 'a', by: 'ana', words: 'Line a' }]);
    expect(submit(ticked, {}, by(ana, world)).ok).toBe(true);
    const back = must(tickLine(ticked, { lineId: 'a', ticked: false }, by(ana, world)));
    expect(submit(back, {}, by(ana, world)).ok).toBe(false);
  });

  it('keeps an approved request from the merge until required lines are ticked as they read now', () => {
    const begun = edited(draft(), ana, put('ev_2', 'meaning', 'Seen by a person.'));
    const sent = must(submit(begun, {}, by(ana)));
    const approved = must(approveAll(sent, ben));
    const codes = (request: typeof approved, at = world) =>
      assess(request, at).requirements.flatMap(({ code, met, key }) =>
        code === 'review.checklist' && !met ? [key] : [],
      );
    expect(codes(approved)).toEqual(['checklist sending a', 'checklist merging b']);
    expect(decideMerge(approved, by(ana, world))).toMatchObject({ error: { code: 'review.gates' } });
    const both = ['a', 'b'].reduce(
      (request, lineId) => must(tickLine(request, { lineId, ticked: true }, by(ben, world))),
      approved,
    );
    expect(decideMerge(both, by(ana, world)).ok).toBe(true);
    expect(codes(both, with_(line('a', 'sending'), line('b', 'merging', 'Legal agrees')))).toEqual([
      'checklist merging b',
    ]);
  });

  it('is ticked by contributors and reviewers, and by no other viewer', () => {
    const begun = edited(draft(), ana, put('ev_2', 'meaning', 'Seen by a person.'));
    const tick = (who: typeof ana, lineId: string) => tickLine(begun, { lineId, ticked: true }, by(who, world));
    expect(tick(ola, 'c').ok).toBe(true);
    expect(tick(vic, 'c')).toMatchObject({ error: { code: 'review.not-allowed' } });
    expect(tick(ana, 'gone')).toMatchObject({ error: { code: 'review.line-missing' } });
  });
});

describe('loosening a checklist', () => {
  const lines = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), required: fc.constantFrom(...checklistStages) }),
    { selector: ({ id }) => id },
  );

  it('is to take a required line away, to require it less, or to say something else in it', () => {
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const [before, after] = [first, second].map((list) => list.map(({ id, required }) => line(id, required)));
        const asks = (list: ChecklistLine[] | undefined, stages: readonly string[]) =>
          new Set(list?.filter(({ required }) => stages.includes(required)).map(({ id }) => id));
        const kept = (stages: string[]) => [...asks(before, stages)].every((id) => asks(after, stages).has(id));
        expect(loosens(before ?? [], after ?? [])).toBe(!(kept(['sending']) && kept(['sending', 'merging'])));
      }),
    );
    expect(loosens([line('a', 'merging')], [line('a', 'merging', 'Something else')])).toBe(true);
  });
});
