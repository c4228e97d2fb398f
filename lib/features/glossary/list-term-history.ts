import 'server-only';
import type * as z from 'zod';
import { type TermChange, termChangeSchema, type termHistorySchema } from '@/lib/contracts/glossary';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readTerm } from '@/lib/store/glossary';
import { listTermEntries, type TermSaid } from '@/lib/store/glossary-at';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { type At, findPlanAt, momentAsOf, type PlanAtError } from '@/lib/store/read-plan-at';
import { readNames } from '@/lib/store/users';
import type { GlossaryError } from './term-view';

const limit = 50;

/** What the glossary said of a word until now, or until the moment that is read, the latest first; also of a deleted one. */
export async function listTermHistory(
  actor: Actor,
  input: { plan: string; id: string; at?: At },
): Promise<Result<z.infer<typeof termHistorySchema>, GlossaryError | PlanAtError>> {
  const allowed = can(actor, 'glossary.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const found = await findPlanAt(tx, workspaceId, input.plan, input.at);
  if (!found.ok) return found;
  const { plan } = found.value;
  const term = await readTerm(tx, workspaceId, plan.id, input.id);
  if (!term) return err({ code: 'glossary.not-found' });
  const until = await momentAsOf(tx, plan, input.at);
  const { items, total } = await listTermEntries(tx, workspaceId, { id: term.id, until, limit });
  const people = items.flatMap(({ actorId }) => actorId ?? []);
  const [names, owners] = await Promise.all([readNames(tx, people), readOwnerNames(tx, workspaceId)]);
  const changes = items.map(
    ({ at, actorId, action, from, to }): TermChange => ({
      at: at.toISOString(),
      by: { id: actorId ?? 'system', name: names.get(actorId ?? '') ?? 'Waymark' },
      did: termChangeSchema.shape.did.parse(action.replace(/^glossary\./u, '')),
      from: from && saidView(from, owners),
      to: to && saidView(to, owners),
    }),
  );
  return ok({ items: changes, nextCursor: null, total });
}

function saidView({ owner, ...words }: TermSaid, owners: OwnerNames): NonNullable<TermChange['to']> {
  return { ...words, owner: owner && { ...owner, name: owners.nameOf(owner) } };
}
