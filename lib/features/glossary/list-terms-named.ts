import 'server-only';
import type { TermView } from '@/lib/contracts/glossary';
import type { Actor } from '@/lib/domain/access/actor';
import { can } from '@/lib/domain/access/can';
import { prepareTerms, termsNamedIn } from '@/lib/domain/glossary/link-terms';
import type { Item } from '@/lib/domain/plan/item';
import { prisma } from '@/lib/infra/db/client';
import { listTermsAsOf } from '@/lib/store/glossary-at';
import { readPlan } from '@/lib/store/plans';
import type { At } from '@/lib/store/read-plan-at';

/** The words of the glossary as of then that the sentences of an item, and those shown beside them, name; as little of them as linking needs. */
export async function listTermsNamed(
  actor: Actor,
  { plan: slug, item, beside, at }: { plan: string; item: Item; beside: readonly string[]; at: At },
): Promise<Pick<TermView, 'id' | 'term' | 'aliases' | 'anchor' | 'definition'>[]> {
  if (!can(actor, 'glossary.read').ok) return [];
  const plan = await readPlan(prisma(), actor.workspaceId, slug);
  const terms = plan ? await listTermsAsOf(prisma(), plan, at) : [];
  const named = termsNamedIn([...sentencesOf(item), ...beside], prepareTerms(terms));
  return terms
    .filter(({ id }) => named.has(id))
    .map(({ id, term, aliases, foldedKey, definition }) => ({
      ...{ id, term, anchor: foldedKey, definition },
      aliases: [...aliases],
    }));
}

function sentencesOf(item: Item): string[] {
  if (item.kind !== 'event') return [item.content.meaning];
  const { meaning, firesWhen, doesNotCount, purpose } = item.content;
  return [meaning, firesWhen, doesNotCount, purpose];
}
