import 'server-only';
import { type EntryNews, entryNewsSchema } from '@/lib/contracts/inbox';
import { type Due, dueKey, dueOn, dueSentence, leadDays } from '@/lib/domain/notify/due';
import { qualifiedName } from '@/lib/domain/plan/item';
import type { Owner } from '@/lib/domain/plan/parts';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { addNotificationsOnce, type NewNotification } from '@/lib/store/notifications';
import { listPlansWithDates, type Plan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readPeople } from './read-people';

const dayMs = 86_400_000;

/** Warns the owners of what is due for review or ends soon: each person once per item, date and lead time, however often this runs. */
export async function warnOwners(): Promise<void> {
  const at = now();
  const day = (ahead: number) => new Date(at.getTime() + ahead * dayMs).toISOString().slice(0, 10);
  for (const plan of await listPlansWithDates(prisma(), day(0), day(Math.max(...leadDays)))) {
    const snapshot = await loadSnapshot(prisma(), plan.workspaceId, plan.id, plan.headRelease);
    const ownersOf = await readOwners(plan.workspaceId);
    const news = dueOn(snapshot, day(0)).flatMap((due) => warningsOf(plan, due, ownersOf(due.owner), at));
    if (news.length > 0) await inTransaction((tx) => addNotificationsOnce(tx, plan.workspaceId, news));
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

function warningsOf(plan: Plan, due: Due, { userIds, team }: Answerable, at: Date): NewNotification[] {
  const payload = newsOf(due, team);
  return userIds.map((userId) => ({
    userId,
    planId: plan.id,
    changeRequestId: null,
    release: null,
    subjectKey: dueKey(due),
    reasons: ['own'],
    payload,
    at,
  }));
}

/** What its owner can do about it. */
const nextStep: Record<Due['what'], string> = {
  review: 'Read it again, then propose an edit or a later date.',
  end: 'Say what became of it, or propose a later end.',
};

function newsOf(due: Due, team: string | null): EntryNews {
  const { item, what } = due;
  const { id, kind, namespace, name } = item;
  const sentence = dueSentence(due, team);
  const said = sentence.slice(qualifiedName(item).length + 1);
  return entryNewsSchema.parse({
    ...{ kind: 'due', important: true, actor: qualifiedName(item), words: said, request: null, release: null },
    ...{ significance: null, consequence: '', omitted: 0 },
    line: { name: qualifiedName(item), label: '', before: null, after: null, sentence: said },
    items: [
      {
        ...{ itemId: id, kind, namespace, name, operation: 'due', significance: 'editorial', consequence: '' },
        ...{ sentences: [nextStep[what]], differences: [] },
      },
    ],
  });
}
