import 'server-only';
import { type EntryNews, entryNewsSchema } from '@/lib/contracts/inbox';
import { type Due, dueKey, dueOn, dueSentence, leadDays, warnedFrom } from '@/lib/domain/notify/due';
import { type ItemMark, markOf } from '@/lib/domain/notify/facts';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Owner } from '@/lib/domain/plan/parts';
import { mutesOf } from '@/lib/domain/watch/hear';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { addNotificationsOnce, type NewNotification } from '@/lib/store/notifications';
import { listPlansWithDates, type Plan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listWatchersOf } from '@/lib/store/watches';
import { readPeople } from './read-people';
import { sendOut } from './send-out';

const dayMs = 86_400_000;

/**
 * Warns the owners of what is due for review or ends soon, and the channels of the workspace that hear of it: once per
 * item, date and lead time, however often this runs.
 */
export async function warnOwners(): Promise<void> {
  const at = now();
  const day = (ahead: number) => new Date(at.getTime() + ahead * dayMs).toISOString().slice(0, 10);
  for (const plan of await listPlansWithDates(prisma(), day(0), day(Math.max(...leadDays)))) {
    const snapshot = await loadSnapshot(prisma(), plan.workspaceId, plan.id, plan.headRelease);
    const ownersOf = await readOwners(plan.workspaceId);
    const { isItemMuted } = mutesOf(await listWatchersOf(prisma(), plan.workspaceId, plan.id));
    for (const due of dueOn(snapshot, day(0))) {
      const { userIds, team } = ownersOf(due.owner);
      const heard = userIds.filter((userId) => !isItemMuted(userId, due.item.id));
      await warn(plan, due, { userIds: heard, team }, at);
    }
  }
}

interface Answerable {
  readonly userIds: readonly string[];
  /** The team they answer for it with; null for a person's own. */
  readonly team: string | null;
}

/** Who answers for what an owner owns, as members and teams are now. */
async function readOwners(workspaceId: string): Promise<(owner: Owner) => Answerable> {
  const { persons, teams } = await readPeople(prisma(), workspaceId);
  return (owner) => {
    if (owner.type === 'person') return { userIds: persons.has(owner.id) ? [owner.id] : [], team: null };
    const members = [...persons.values()].filter(({ teamIds }) => teamIds.includes(owner.id));
    return { userIds: members.map(({ id }) => id), team: teams.get(owner.id)?.name ?? null };
  };
}

async function warn(plan: Plan, due: Due, { userIds, team }: Answerable, at: Date): Promise<void> {
  const subjectKey = dueKey(due);
  const payload = newsOf(due, team);
  const news = userIds.map((userId): NewNotification => {
    const about = { changeRequestId: null, release: null, subjectKey, reasons: ['own'] };
    return { ...about, userId, planId: plan.id, payload, at };
  });
  const facts: ItemMark[] = [markOf(due.item)];
  await inTransaction(async (tx) => {
    const told = new Set(await addNotificationsOnce(tx, plan.workspaceId, news));
    const newly = news.filter(({ userId }) => told.has(userId));
    await sendOut(tx, plan.workspaceId, {
      ...{ plan, planId: plan.id, kind: 'due', subjectKey, told: newly },
      // The same however often it is told, so that a channel of the workspace says it once.
      at: warnedFrom(due),
      facts: facts.map((mark) => ({ ...mark, isReached: false, significances: [] })),
      personal: newly.map(({ userId }) => ({ userId, kind: 'due', reasons: ['own'], itemIds: [due.item.id] })),
      newsOf: () => ({ ...payload, because: [] }),
    });
  });
}

/** What its owner can do about it. */
const nextStep: Record<Due['what'], string> = {
  review: 'Read it again, then propose an edit or a later date.',
  end: 'Say what became of it, or propose a later end.',
};

function newsOf(due: Due, team: string | null): EntryNews {
  const { item, what } = due;
  const { id, kind, namespace, name } = item;
  const called = qualifiedName(item);
  const sentence = dueSentence(due, team);
  const said = sentence.slice(called.length + 1);
  return entryNewsSchema.parse({
    ...{ kind: 'due', important: true, actor: called, words: said, request: null, release: null },
    ...{ significance: null, consequence: '', omitted: 0 },
    line: { name: called, label: '', before: null, after: null, sentence: said },
    items: [
      {
        ...{ itemId: id, kind, namespace, name, operation: 'due', significance: 'editorial', consequence: '' },
        ...{ sentences: [nextStep[what]], differences: [] },
      },
    ],
    because: [
      {
        reason: 'own',
        words: team === null ? `You own ${called}` : `Your team ${team} owns ${called}`,
        ...{ target: id, name: called },
      },
    ],
  });
}
