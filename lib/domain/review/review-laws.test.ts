import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultConventions } from '../conventions/settings';
import { itemDigest } from '../plan/canonical-item';
import { type Item, withField } from '../plan/item';
import { itemSchema } from '../plan/item-schema';
import { snapshotOf } from '../plan/snapshot';
import { revisionOf } from '../testing/arbitraries';
import { approve } from './approve';
import type { World } from './assess';
import type { ChangeRequest } from './change-request';
import { dismissVerdict } from './dismiss-verdict';
import { editChanges } from './edit-changes';
import { decideMerge } from './merge-decision';
import type { MoveContext, MoveResult } from './move';
import { type Person, peopleOf } from './people';
import { defaultPolicy } from './policy';
import { requestChanges } from './request-changes';
import { coverableBy } from './rights';
import { submit } from './submit';
import { withdrawVerdict } from './withdraw-verdict';

const persons: Person[] = [
  { id: 'a', name: 'A', role: 'contributor', teamIds: [] },
  { id: 'b', name: 'B', role: 'approver', teamIds: [] },
  { id: 'c', name: 'C', role: 'approver', teamIds: ['tm_1'] },
  { id: 'd', name: 'D', role: 'admin', teamIds: [] },
  { id: 'e', name: 'E', role: 'viewer', teamIds: ['tm_1'] },
  { id: 'f', name: 'F', role: 'contributor', teamIds: ['tm_1'] },
];
const item = (id: string, owner: unknown): Item =>
  itemSchema.parse({ id, kind: 'event', namespace: null, name: id, content: { meaning: 'a', owner } });
const head = snapshotOf(
  'pl_1',
  3,
  [item('ev_1', { type: 'team', id: 'tm_1' }), item('ev_2', null), item('ev_3', { type: 'person', id: 'b' })].map(
    (one) => revisionOf(one),
  ),
);
const world: World = {
  head,
  policy: { ...defaultPolicy, editorialEditKeepsApprovals: true },
  people: peopleOf(persons, []),
  watchers: [],
  conventions: defaultConventions,
  today: '2026-01-01',
};

const step = fc.record({
  who: fc.constantFrom(...persons),
  move: fc.constantFrom(
    'edit',
    'edit',
    'submit',
    'approve',
    'approve',
    'approve',
    'block',
    'withdraw',
    'dismiss',
    'merge',
    'merge',
  ),
  itemId: fc.constantFrom('ev_1', 'ev_2', 'ev_3'),
  field: fc.constantFrom('meaning', 'displayName', 'owner'),
  value: fc.constantFrom('a', 'b', 'c'),
  pick: fc.nat(5),
});

describe('a change request, whatever people do', () => {
  it('merges only what entitled people who never touched it have read as it is, and nobody blocks', () => {
    let merges = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        let request: ChangeRequest = {
          id: 'cr_1',
          number: 1,
          planId: 'pl_1',
          title: '',
          reason: '',
          status: 'draft',
          origin: 'editor',
          authorId: 'a',
          baseRelease: 3,
          lockVersion: 1,
          changes: [],
          contributors: ['a'],
          verdicts: [],
          lifts: [],
          acknowledgements: [],
          overturns: [],
          reviewerIds: [],
          takenOverBy: null,
          mergedRelease: null,
        };
        const touched = new Set(['a']);
        let next = 0;
        const newId = () => {
          next += 1;
          return `v${next}`;
        };
        for (const { who, move, itemId, field, value, pick } of steps) {
          const context: MoveContext = { actor: who, at: '2026-01-01T00:00:00Z', world };
          const verdictId = request.verdicts[pick % Math.max(1, request.verdicts.length)]?.id ?? '';
          if (move === 'merge') {
            const decision = decideMerge(request, context);
            if (!decision.ok) continue;
            merges += 1;
            for (const { itemId: mergedId, userIds } of decision.value.approvers) {
              expect(userIds.length).toBeGreaterThan(0);
              for (const id of userIds) expect(touched.has(id)).toBe(false);
              const owner = head.items.get(mergedId)?.content.owner;
              expect(
                userIds.some((id) => id === 'b' || id === 'c' || id === 'd' || (owner?.id === 'tm_1' && id === 'f')),
              ).toBe(true);
            }
            for (const { item: merged, digest } of decision.value.revisions) expect(itemDigest(merged)).toBe(digest);
            const lifted = new Set(request.lifts.map((lift) => lift.verdictId));
            expect(
              request.verdicts.filter((verdict) => verdict.kind === 'request-changes' && !lifted.has(verdict.id)),
            ).toEqual([]);
            return;
          }
          const base = head.items.get(itemId);
          if (!base) continue;
          const before =
            request.changes.find((change) => change.itemId === itemId)?.item ??
            itemSchema.parse({
              id: base.id,
              kind: base.kind,
              namespace: base.namespace,
              name: base.name,
              content: base.content,
            });
          const changed = withField(before, field, field === 'owner' ? { type: 'person', id: value } : value);
          const covers = coverableBy(who, request, head, world.policy).filter(
            (_, index) => pick === 0 || index % 2 === pick % 2,
          );
          const results: Record<string, () => MoveResult> = {
            edit: () =>
              editChanges(
                request,
                {
                  put: [
                    {
                      id: newId(),
                      change: {
                        operation: 'update',
                        itemId,
                        item: changed,
                        base: { revisionId: base.revisionId, digest: base.digest },
                      },
                    },
                  ],
                  drop: [],
                },
                context,
              ),
            submit: () => submit(request, {}, context),
            approve: () => approve(request, { id: newId(), newId, body: '', covers }, context),
            block: () => requestChanges(request, { id: newId(), newId, body: 'no' }, context),
            withdraw: () => withdrawVerdict(request, { id: newId(), verdictId }, context),
            dismiss: () => dismissVerdict(request, { id: newId(), verdictId, reason: 'away' }, context),
          };
          const result = results[move]?.();
          if (!result?.ok) continue;
          const after = result.value.request;
          if (move === 'edit' && result.value.events.length > 0) touched.add(who.id);
          expect(after.contributors.slice(0, request.contributors.length)).toEqual(request.contributors);
          expect(after.verdicts.slice(0, request.verdicts.length)).toEqual(request.verdicts);
          expect(after.lifts.slice(0, request.lifts.length)).toEqual(request.lifts);
          request = after;
        }
      }),
      { numRuns: 400 },
    );
    expect(merges).toBeGreaterThan(0);
  });
});
