import { createReadStream } from 'node:fs';
import { applyImport } from '@/lib/features/imports/apply-import';
import { createImport } from '@/lib/features/imports/create-import';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { largeFile } from './import';
import { createEmptyPlan } from './large-place';
import { atMost, report } from './measure';
import { watchMemory } from './peak-memory';

const megabyte = 1_048_576;

/** The same files all the way: staged in the database, checked, previewed, and made a draft change request. */
export async function benchStagedImport(): Promise<boolean> {
  const world = await createWorld();
  const gitlab = new URL('../e2e/fixtures/gitlab-events/plan.csv', import.meta.url);
  const small = await measure(world, () => createReadStream(gitlab));
  const large = await measure(world, largeFile);
  if (small.events !== 1_013 || large.events !== 10_000)
    throw new Error(`read ${small.events} and ${large.events} events`);
  return [
    atMost('import of the GitLab plan, file to change request', small.ms, 5_000, 'ms'),
    atMost('import of 10,000 events in 100,000 rows, file to change request', large.ms, 30_000, 'ms'),
    atMost(
      'import of 10,000 events in 100,000 rows, file to change request, more memory',
      large.memory / megabyte,
      250,
      'MB',
    ),
  ]
    .map(report)
    .every((met) => met);
}

async function measure(
  world: World,
  open: () => AsyncIterable<Uint8Array>,
): Promise<{ ms: number; memory: number; events: number }> {
  const { slug } = await createEmptyPlan(world);
  const { actor } = world.people.contributor;
  await prisma().$queryRaw`select 1`;
  const memory = watchMemory();
  const start = performance.now();
  const staged = await createImport(actor, { plan: slug, name: 'plan.csv' }, { fileName: 'plan.csv', stream: open() });
  if (!staged.ok) throw new Error(JSON.stringify(staged.error));
  const applied = await applyImport(actor, { plan: slug, id: staged.value.id, title: 'Import', reason: '' });
  if (!applied.ok) throw new Error(JSON.stringify(applied.error));
  const ms = performance.now() - start;
  return { ms, memory: memory.stop(), events: staged.value.summary?.counts.events ?? 0 };
}
