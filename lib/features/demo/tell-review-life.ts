import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { saveAbsence } from '@/lib/features/absences/absence';
import { updateReviewSettings } from '@/lib/features/review-settings/update-review-settings';
import { readRollout } from '@/lib/features/rollout/read-rollout';
import { setRollout } from '@/lib/features/rollout/set-rollout';
import { must } from '@/lib/kit/must';
import { shiftDays } from './around';
import { demoAbsence, demoReviewSettings, demoRollouts } from './review-life';
import type { Telling } from './tell-words';

/** How the shop came to its checklist, what its sources have sent since when, and who will be away. */
export function demoReviewLife(plan: string, today: string, actorOf: (name: string) => Actor): Telling[] {
  const { by, settings, daysAgo } = demoReviewSettings;
  const { who, substitute, inDays, forDays } = demoAbsence;
  const from = shiftDays(today, inDays);
  return [
    {
      daysAgo,
      run: async () => must(await updateReviewSettings(actorOf(by), { ...settings, plan, ifMatch: 0 })),
    },
    ...demoRollouts.map((one) => ({
      daysAgo: one.daysAgo,
      run: async () => {
        const actor = actorOf(one.by);
        const { items, sources, cells } = must(await readRollout(actor, { plan, number: one.release }));
        const sourceId = sources.find(({ name }) => name === one.source)?.id;
        const set = cells
          .filter((cell) => cell.sourceId === sourceId)
          .filter((cell) => items.some(({ id, name }) => id === cell.itemId && name === one.item))
          .map(({ itemId, step }) => ({
            ...{ itemId, sourceId: sourceId ?? '', step, state: one.state },
            ...{ version: one.version ?? '', note: one.note ?? '' },
            releasedOn: one.releasedDaysAgo === undefined ? null : shiftDays(today, -one.releasedDaysAgo),
            seenOn: one.seenDaysAgo === undefined ? null : shiftDays(today, -one.seenDaysAgo),
          }));
        if (set.length === 0)
          throw new Error(`release ${one.release} of the demo does not change ${one.item} in ${one.source}`);
        must(await setRollout(actor, { plan, number: one.release, set }));
      },
    })),
    {
      daysAgo: demoAbsence.daysAgo,
      run: async () => {
        const absence = { substituteId: actorOf(substitute).userId, from, until: shiftDays(from, forDays - 1) };
        must(await saveAbsence(actorOf(who), absence));
      },
    },
  ];
}
