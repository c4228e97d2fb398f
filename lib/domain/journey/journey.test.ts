import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../plan/item';
import { contents } from '../plan/kinds/contents';
import { itemsOfKind, snapshotOf } from '../plan/snapshot';
import { arbitrarySnapshot, idPool, revisionOf } from '../testing/arbitraries';
import { frameBetween, moveAnnotation, resizeAnnotation } from './annotations';
import { branchFaults, edgesOf, withoutStep } from './branches';
import { coverageOf } from './coverage';
import { columnsOf, inOrder, moveStep, putStep } from './order';
import { problemOf, standingOf } from './standing';
import { startSteps } from './start-steps';
import { annotationSchema, type JourneyStep } from './step';

const stages = ['acquisition', 'activation', 'retention'];
const stage = fc.constantFrom(...stages, 'gone', null);

const arbitrarySteps: fc.Arbitrary<JourneyStep[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })
  .chain((numbers) => {
    const ids = numbers.map((number) => `st_${number}`);
    return fc.tuple(
      ...ids.map((id) =>
        fc.record({
          id: fc.constant(id),
          title: fc.constant('A step'),
          stage,
          eventId: fc.constantFrom(...idPool('event'), null),
          knownAs: fc.constantFrom('', 'Old name'),
          note: fc.constant(''),
          goesOn: fc.boolean(),
          branches: fc.subarray(ids.filter((other) => other !== id)),
          imageDigest: fc.constant(null),
          imageAlt: fc.constant(''),
          annotations: fc.constant([]),
        }),
      ),
    );
  })
  .map((steps) => [...steps]);

const idsOf = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id);
const pick = fc.nat({ max: 11 });

describe('the order of a journey', () => {
  it('keeps every step once, column by column, and is settled', () => {
    fc.assert(
      fc.property(arbitrarySteps, (steps) => {
        const ordered = inOrder(stages, steps);
        expect(idsOf(ordered).toSorted()).toEqual(idsOf(steps).toSorted());
        expect(inOrder(stages, ordered)).toEqual(ordered);
        for (const column of columnsOf(stages, steps))
          expect(column.steps).toEqual(steps.filter((step) => step.stage === column.stage));
        expect(
          columnsOf(stages, steps)
            .slice(0, 3)
            .map((column) => column.stage),
        ).toEqual(stages);
      }),
    );
  });

  it('comes back when a step is moved and moved back, and loses nobody', () => {
    fc.assert(
      fc.property(arbitrarySteps, pick, fc.constantFrom(1 as const, -1 as const), (steps, at, by) => {
        const id = steps[at]?.id ?? '';
        const moved = moveStep(stages, steps, id, by);
        expect(idsOf(moved).toSorted()).toEqual(idsOf(steps).toSorted());
        const before = inOrder(stages, steps);
        if (moved.some((step, index) => step !== before[index]))
          expect(moveStep(stages, moved, id, by === 1 ? -1 : 1)).toEqual(before);
      }),
    );
  });

  it('puts a step where it is dropped', () => {
    fc.assert(
      fc.property(arbitrarySteps, pick, pick, stage, (steps, from, to, column) => {
        const id = steps[from]?.id ?? '';
        const before = steps[to] && steps[to].stage === column && steps[to].id !== id ? steps[to].id : null;
        const put = putStep(stages, steps, id, { stage: column, before });
        expect(idsOf(put).toSorted()).toEqual(idsOf(steps).toSorted());
        if (id === '') return;
        const held = put.filter((step) => step.stage === column);
        const place = held.findIndex((step) => step.id === id);
        expect(place).toBeGreaterThanOrEqual(0);
        expect(held[place + 1]?.id ?? null).toBe(before);
      }),
    );
  });
});

describe('the ways of a journey', () => {
  it('lead only to steps that are there, once each, and forward ways never form a loop', () => {
    fc.assert(
      fc.property(arbitrarySteps, (steps) => {
        expect(branchFaults(steps)).toEqual([]);
        const places = new Map(inOrder(stages, steps).map(({ id }, index) => [id, index]));
        const edges = edgesOf(stages, steps);
        expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length);
        for (const { from, to, isBack } of edges)
          expect(isBack).toBe((places.get(to) ?? -1) < (places.get(from) ?? Number.POSITIVE_INFINITY));
      }),
    );
  });

  it('stay sound when any step is taken out', () => {
    fc.assert(
      fc.property(arbitrarySteps, pick, (steps, at) => {
        const left = withoutStep(steps, steps[at]?.id ?? '');
        expect(branchFaults(left)).toEqual([]);
        expect(left).toHaveLength(steps.length - (steps[at] ? 1 : 0));
      }),
    );
  });

  it('tell what leads nowhere, to itself, twice, or bears an id twice', () => {
    const faults = branchFaults([
      { id: 'st_a', branches: ['st_a'] },
      { id: 'st_b', branches: ['st_x'] },
      { id: 'st_b', branches: ['st_a', 'st_a'] },
    ]);
    expect(faults.map(({ step, member }) => [step, member])).toEqual([
      [0, 'branches'],
      [1, 'branches'],
      [2, 'id'],
      [2, 'branches'],
    ]);
  });
});

describe('the coverage of a journey', () => {
  it('counts every step once and every event of a stage as told or untold, never both', () => {
    fc.assert(
      fc.property(arbitrarySteps, arbitrarySnapshot, (steps, snapshot) => {
        const coverage = coverageOf(stages, steps, snapshot);
        expect(coverage.flatMap(({ stepIds }) => stepIds).toSorted()).toEqual(idsOf(steps).toSorted());
        for (const one of coverage) {
          const counted = Object.values(one.standings).reduce((sum, count) => sum + count, 0);
          expect(counted).toBe(one.stepIds.length);
          expect(one.told.filter((id) => one.untold.includes(id))).toEqual([]);
          const ofStage = itemsOfKind(snapshot, 'event').filter(
            ({ content }) => content.stage === one.stage && one.stage !== null && content.lifecycle.state !== 'retired',
          );
          expect([...one.told, ...one.untold].toSorted()).toEqual(idsOf(ofStage).toSorted());
        }
      }),
    );
  });
});

function revision(kind: 'event' | 'source', id: string, content: object = {}) {
  return revisionOf({ id, kind, namespace: null, name: id, content: contents[kind].parse(content) } as Item);
}

const live = { lifecycle: { state: 'live' } };
const plan = snapshotOf('pl_1', 1, [
  revision('source', 'so_web', live),
  revision('source', 'so_ios'),
  revision('event', 'ev_all', { ...live, sources: ['so_web'], category: 'Orders', stage: 'retention' }),
  revision('event', 'ev_some', { ...live, sources: ['so_web', 'so_ios'], category: 'Orders', stage: 'acquisition' }),
  revision('event', 'ev_bare', live),
  revision('event', 'ev_gone', { lifecycle: { state: 'retired', replacedBy: 'ev_older' }, category: 'Orders' }),
  revision('event', 'ev_older', { lifecycle: { state: 'retired', replacedBy: 'ev_all' } }),
  revision('event', 'ev_dead', { lifecycle: { state: 'retired', replacedBy: 'ev_dead' } }),
]);
const step = (eventId: string | null, knownAs = eventId ?? '', title = '') => ({ eventId, knownAs, title });

describe('the event of a step', () => {
  it.each([
    [null, 'screen'],
    ['ev_all', 'live'],
    ['ev_some', 'partly'],
    ['ev_bare', 'no-source'],
    ['ev_dead', 'retired'],
    ['ev_none', 'missing'],
  ])('%s is %s', (eventId, code) => {
    expect(standingOf(step(eventId), plan).code).toBe(code);
  });

  it('is named with the sources that do not send it', () => {
    expect(standingOf(step('ev_some'), plan).words).toBe('Live, but not in every source: so_ios (planned)');
  });

  it('takes the new name, the replacement at the end of the line, or stays as a screen', () => {
    expect(problemOf(step('ev_all', 'ev_former'), plan)).toMatchObject({ code: 'renamed', repaired: step('ev_all') });
    expect(problemOf(step('ev_gone'), plan)).toMatchObject({ code: 'replaced', repaired: step('ev_all') });
    expect(problemOf(step('ev_dead'), plan)).toMatchObject({ code: 'retired', repaired: step(null, '', 'ev_dead') });
    expect(problemOf(step('ev_none', 'Paid'), plan)).toMatchObject({ repaired: step(null, '', 'Paid') });
    expect(problemOf(step('ev_all'), plan)).toBeNull();
    expect(problemOf(step(null), plan)).toBeNull();
  });

  it('has nothing left to repair once it is repaired', () => {
    fc.assert(
      fc.property(arbitrarySteps, arbitrarySnapshot, (steps, snapshot) => {
        for (const one of steps) {
          const problem = problemOf(one, snapshot);
          if (!problem) continue;
          const again = problemOf({ ...one, ...problem.repaired }, snapshot);
          // What replaces an event can be replaced itself, which is another repair and not the same one.
          expect(again === null || again.code === 'replaced').toBe(true);
          expect(problem.repaired.eventId !== null || problem.repaired.title !== '').toBe(true);
        }
      }),
    );
  });

  it('makes the steps a journey starts with, in the order of the stages', () => {
    let next = 0;
    const steps = startSteps(plan, stages, 'Orders', () => `st_${++next}`);
    expect(steps.map(({ eventId }) => eventId)).toEqual(['ev_some', 'ev_all']);
    expect(branchFaults(steps)).toEqual([]);
  });
});

describe('a mark on a picture', () => {
  const share = fc.double({ min: -20, max: 120, noNaN: true });
  const corner = fc.record({ x: share, y: share });

  it('never leaves it, however it is drawn, moved or sized', () => {
    fc.assert(
      fc.property(corner, corner, fc.array(corner, { maxLength: 5 }), (a, b, ways) => {
        let mark = { id: 'an_1', label: '', itemId: null, ...frameBetween(a, b) };
        expect(annotationSchema.safeParse(mark).success).toBe(true);
        for (const way of ways) {
          const moved = moveAnnotation(mark, way);
          expect([moved.width, moved.height]).toEqual([mark.width, mark.height]);
          mark = resizeAnnotation(moved, { x: way.y - 50, y: way.x - 50 });
          expect(annotationSchema.safeParse(mark).success).toBe(true);
        }
      }),
    );
  });

  it('is a point when it is too small to be meant as more', () => {
    expect(frameBetween({ x: 10, y: 10 }, { x: 10.4, y: 10.2 })).toEqual({ x: 10, y: 10, width: 0, height: 0 });
  });
});
