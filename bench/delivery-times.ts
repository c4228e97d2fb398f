import { remindReviewers } from '@/lib/features/change-requests/remind-reviewers';
import { createChannel } from '@/lib/features/channels/create-channel';
import { gatherDigests } from '@/lib/features/channels/gather-digests';
import { startSenders } from '@/lib/features/channels/senders';
import { tell } from '@/lib/features/inbox/tell';
import { tellNamed } from '@/lib/features/inbox/tell-named';
import { warnOwners } from '@/lib/features/inbox/warn-owners';
import { sweep } from '@/lib/features/jobs/sweep';
import { countReleases } from '@/lib/features/plan-health/count-releases';
import { startSink } from '@/lib/features/testing/receivers';
import { approvedRequest, createStage, merge, type Stage } from '@/lib/features/testing/stage';
import { prisma } from '@/lib/infra/db/client';
import { startWorker } from '@/lib/infra/jobs/worker';
import { newId } from '@/lib/kit/id';
import { must } from '@/lib/kit/must';
import { atMost, percentile, report } from './measure';

const merges = 40;
const hanging = 50;
const watchers = 2_000;

/** From a merge to what leaves the house, beside endpoints that hang, and to the inboxes of two thousand people. */
export async function timeDelivery(): Promise<boolean> {
  const sink = await startSink();
  const senders = startSenders();
  const handlers = {
    tell,
    deliver: async () => senders.wake(),
    digest: gatherDigests,
    warn: warnOwners,
    remind: remindReviewers,
    sweep,
  };
  const worker = await startWorker({ ...handlers, 'tell-named': tellNamed, 'count-health': countReleases });
  try {
    sink.reply = ({ path }) => (path === '/hang' ? 'hang' : { status: 200 });
    const stage = await createStage();
    const arrived = async (meaning: string): Promise<number> => {
      for (;;) {
        const found = sink.received.find(({ path, body }) => path === '/healthy' && body.includes(meaning));
        if (found) return found.atMs;
        await rest(5);
      }
    };
    await addWebhook(stage, `${sink.url}/healthy`);
    const attempts = async (from: number) => {
      const waits: number[] = [];
      for (let at = from; at < from + merges; at += 1) {
        const meaning = `Said in words ${at}.`;
        const pressedAt = await mergeOne(stage, meaning);
        waits.push((await arrived(meaning)) - pressedAt);
      }
      return percentile(waits, 0.95);
    };
    const alone = await attempts(0);
    for (let at = 0; at < hanging; at += 1) await addWebhook(stage, `${sink.url}/hang`);
    const beside = await attempts(merges);

    const crowd = await createStage();
    const quietMs = await mergeTime(crowd, 'Before anybody watches.');
    await addWatchers(crowd);
    const watchedMs = await mergeTime(crowd, 'With everybody watching.', true);
    const fanOut: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      await settle(crowd);
      const pressedAt = await mergeOne(crowd, `Everybody hears it ${at}.`);
      while ((await told(crowd)) < watchers) await rest(50);
      fanOut.push(performance.now() - pressedAt);
    }
    return [
      atMost(`a merge until the first attempt outside, p95 of ${merges}`, alone, 5_000, 'ms'),
      atMost(`the same at a healthy endpoint beside ${hanging} that hang, p95`, beside, 5_000, 'ms', alone),
      atMost(
        `a release in the inboxes of ${watchers} watchers, with their letters recorded`,
        Math.max(...fanOut),
        2_000,
        'ms',
      ),
      atMost(`a merge of what ${watchers} people watch until it is answered`, watchedMs, 2_000, 'ms', quietMs),
    ]
      .map(report)
      .every((met) => met);
  } finally {
    await worker.stop();
    await Promise.all([sink.stop(), senders.stop()]);
  }
}

async function addWebhook({ world }: Stage, url: string): Promise<void> {
  const input = { type: 'webhook', name: 'Bench', own: false, settings: { url }, digestHour: 9, timeZone: null };
  must(await createChannel(world.people.admin.actor, input));
}

/** @returns when the merge was pressed: a message can be there before its answer is */
async function mergeOne(stage: Stage, meaning: string): Promise<number> {
  const request = await approvedRequest(stage, { [stage.itemIds[0] ?? '']: { meaning } });
  const pressedAt = performance.now();
  must(await merge(stage, request.number));
  return pressedAt;
}

async function mergeTime(stage: Stage, meaning: string, isWatched = false): Promise<number> {
  const times: number[] = [];
  for (const word of ['one', 'two', 'three']) {
    await rest(500);
    if (isWatched && word !== 'one') await settle(stage);
    const request = await approvedRequest(stage, { [stage.itemIds[0] ?? '']: { meaning: `${meaning} ${word}` } });
    const begun = performance.now();
    must(await merge(stage, request.number));
    times.push(performance.now() - begun);
  }
  return percentile(times, 0.5);
}

/** Members who watch the first event of a plan. */
async function addWatchers({ world, planId, itemIds }: Stage): Promise<void> {
  const ids = JSON.stringify(Array.from({ length: watchers }, () => newId('us')));
  const workspaceId = world.workspaceId;
  await prisma().$transaction([
    prisma().$executeRaw`insert into users (id, email, name)
      select id, id || '@example.com', 'Watcher ' || id from jsonb_array_elements_text(${ids}::jsonb) as p (id)`,
    prisma().$executeRaw`insert into memberships (workspace_id, user_id, role, created_at, updated_at)
      select ${workspaceId}, id, 'VIEWER', now(), now() from jsonb_array_elements_text(${ids}::jsonb) as p (id)`,
    prisma()
      .$executeRaw`insert into watches (id, workspace_id, plan_id, user_id, target_kind, target_id, level, created_at)
      select 'wa_' || id, ${workspaceId}, ${planId}, id, 'item', ${itemIds[0]}, 'all', now()
      from jsonb_array_elements_text(${ids}::jsonb) as p (id)`,
  ]);
}

/** How many have the last release in their inbox, with a letter recorded. */
async function told({ planId }: Stage): Promise<number> {
  const [row] = await prisma().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from notifications n
    join plans p on p.id = n.plan_id and n.release = p.head_release
    join deliveries d on d.user_id = n.user_id and d.plan_id = n.plan_id and d.subject_key = n.subject_key
    where n.plan_id = ${planId}`;
  return row?.count ?? 0;
}

/** Waits until the last release is told, and leaves its letters unsent, so that the next is measured by itself. */
async function settle(stage: Stage): Promise<void> {
  while ((await told(stage)) < watchers) await rest(50);
  await prisma().$executeRaw`update deliveries set status = 'SKIPPED', settled_at = now(), claimed_until = null
    where plan_id = ${stage.planId} and status in ('PENDING', 'WAITING')`;
  await rest(500);
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
