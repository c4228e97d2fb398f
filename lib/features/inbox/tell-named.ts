import 'server-only';
import { type EntryNews, entryNewsSchema } from '@/lib/contracts/inbox';
import { qualifiedName } from '@/lib/domain/plan/item';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import type { TaskPayload } from '@/lib/infra/jobs/tasks';
import { readNote } from '@/lib/store/notes';
import { addNotifications } from '@/lib/store/notifications';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readPeople } from './read-people';
import { sendOut } from './send-out';

/** Tells members whom a note beside an item names, once per note and person; a note that is gone by now tells nobody. */
export async function tellNamed(job: TaskPayload<'tell-named'>): Promise<void> {
  const { workspaceId, noteId, actorId } = job;
  const db = prisma();
  const plan = await readPlan(db, workspaceId, job.planId);
  const note = plan && (await readNote(db, workspaceId, plan.id, noteId));
  if (!plan || !note) return;
  const item = (await loadSnapshot(db, workspaceId, plan.id, plan.headRelease)).items.get(note.itemId);
  const { persons } = await readPeople(db, workspaceId);
  const userIds = job.userIds.filter((id) => id !== actorId && persons.has(id));
  if (!item || userIds.length === 0) return;
  const called = qualifiedName(item);
  const { id, kind, namespace, name } = item;
  const news: EntryNews = entryNewsSchema.parse({
    ...{ kind: 'mentioned', important: true, request: null, release: null },
    ...{ actor: persons.get(actorId)?.name ?? note.author.name, words: `mentioned you in a note beside ${called}` },
    ...{ significance: null, consequence: '', omitted: 0 },
    line: { name: called, label: '', before: null, after: null, sentence: 'a note beside it names you' },
    items: [
      {
        ...{ itemId: id, kind, namespace, name, operation: 'noted', significance: 'editorial', consequence: '' },
        ...{ sentences: ['The note stands below its definition, of which it is no part.'], differences: [] },
      },
    ],
    because: [],
  });
  const subjectKey = `note:${note.id}`;
  const at = new Date(job.at);
  const told = userIds.map((userId) => ({
    ...{ userId, planId: plan.id, changeRequestId: null, release: null, subjectKey, at },
    ...{ reasons: ['mentioned'], payload: news },
  }));
  await inTransaction(async (tx) => {
    await addNotifications(tx, workspaceId, told);
    await sendOut(tx, workspaceId, {
      ...{ plan, planId: plan.id, kind: 'mentioned', subjectKey, at, told, facts: [], newsOf: () => news },
      personal: userIds.map((userId) => ({ userId, kind: 'mentioned', reasons: ['mentioned'], itemIds: [item.id] })),
    });
  });
}
