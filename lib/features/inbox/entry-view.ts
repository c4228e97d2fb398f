import { entryNewsSchema, type InboxEntry, type NewsReason, newsReasons } from '@/lib/contracts/inbox';
import type { Notification } from '@/lib/store/notifications';
import type { Plan } from '@/lib/store/plans';
import type { Watch } from '@/lib/store/watches';

/** What an entry needs to know beside itself. */
export interface EntryContext {
  readonly plans: ReadonlyMap<string, Plan>;
  /** The reader's own. */
  readonly watches: readonly Watch[];
}

/** A piece of news as its reader sees it; undefined when what is stored cannot be read. */
export function entryView(row: Notification, { plans, watches }: EntryContext): InboxEntry | undefined {
  const news = entryNewsSchema.safeParse(row.payload).data;
  const plan = plans.get(row.planId);
  if (!news || !plan) return undefined;
  const iso = (at: Date | null) => at?.toISOString() ?? null;
  return {
    id: row.id,
    plan: { slug: plan.slug, name: plan.name },
    reasons: newsReasons.filter((reason): reason is NewsReason => row.reasons.includes(reason)),
    news,
    watched: watchedOf(news.items, plan, watches),
    at: row.updatedAt.toISOString(),
    readAt: iso(row.readAt),
    doneAt: iso(row.doneAt),
    snoozedUntil: iso(row.snoozedUntil),
    acknowledgedAt: iso(row.acknowledgedAt),
  };
}

/** The items of the news that the reader watches, else the plan if they watch that. */
function watchedOf(
  items: readonly { itemId: string; name: string }[],
  plan: Plan,
  watches: readonly Watch[],
): InboxEntry['watched'] {
  const loud = watches.flatMap(({ planId, targetKind, targetId, level }) =>
    planId === plan.id && level !== 'none' ? [{ targetKind, targetId, level }] : [],
  );
  const levels = new Map(loud.filter((watch) => watch.targetKind === 'item').map((one) => [one.targetId, one.level]));
  const own = items.flatMap(({ itemId, name }) => {
    const level = levels.get(itemId);
    return level ? [{ target: itemId, name, level }] : [];
  });
  if (own.length > 0) return own;
  const whole = loud.find((watch) => watch.targetKind === 'plan');
  return whole ? [{ target: 'plan', name: plan.name, level: whole.level }] : [];
}
