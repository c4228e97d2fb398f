import 'server-only';
import type { SourceCode } from '@/lib/contracts/item-extras';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { typeInWords } from '@/lib/domain/plan/property-type';
import { itemOfKind } from '@/lib/domain/plan/snapshot';
import { mentionOf } from '@/lib/domain/plan-query/item-ref';
import { type CodedEvent, sourceCode } from '@/lib/domain/plan-query/source-code';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { listLastRealChanges } from '@/lib/store/last-changes';
import { readPlanHistory } from '@/lib/store/plan-history';
import { type At, type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { releaseRef } from './item-row';

/** As many as a person reads; whoever needs all of them takes an export. */
const most = 200;

/** What must be in the code of a source, what was changed last coming first. */
export async function readSourceCode(
  actor: Actor,
  input: { plan: string; item: string; at?: At },
): Promise<Result<SourceCode, AccessDenied | PlanAtError | { code: 'item.not-found' }>> {
  const allowed = can(actor, 'item.read');
  if (!allowed.ok) return allowed;
  const { workspaceId } = actor;
  const opened = await readPlanAt(prisma(), workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan, snapshot } = opened.value;
  if (!itemOfKind(snapshot, 'source', input.item)) return err({ code: 'item.not-found' });
  const coded = sourceCode(snapshot, input.item);
  const ids = [...new Set(coded.flatMap((one) => one.dependsOn))];
  const [changed, history] = await Promise.all([
    listLastRealChanges(prisma(), workspaceId, plan.id, ids, snapshot.release),
    readPlanHistory(prisma(), workspaceId, snapshot),
  ]);
  const latest = (one: CodedEvent) =>
    one.dependsOn
      .map((id) => ({ id, release: changed.get(id) ?? 0 }))
      .reduce((best, next) => (next.release > best.release ? next : best));
  const rows = coded
    .map((one) => ({ ...one, last: latest(one) }))
    .sort((a, b) => b.last.release - a.last.release || (a.event.name < b.event.name ? -1 : 1));
  return ok({
    events: rows.slice(0, most).map(({ event, duty, isSourceOfTruth, properties, last }) => {
      const release = releaseRef(last.release, history);
      const cause = snapshot.items.get(last.id);
      return {
        item: mentionOf(event),
        duty,
        firesWhen: event.content.firesWhen,
        isSourceOfTruth,
        properties: properties.map(({ property, presence, differsHere, values, note }) => ({
          item: mentionOf(property),
          type: typeInWords(property.content.type),
          presence,
          differsHere,
          values: values ? [...values] : null,
          note,
        })),
        follow: release && cause ? { release, item: mentionOf(cause) } : null,
      };
    }),
    total: rows.length,
  });
}
