import { createReadStream } from 'node:fs';
import { adapter } from '@/lib/adapters/imports/csv';
import { emptySnapshot } from '@/lib/domain/plan/snapshot';
import { changesOf } from '@/lib/domain/transfer/changes-of';
import { Findings } from '@/lib/domain/transfer/finding';
import { newId } from '@/lib/kit/id';
import { atMost, report } from './measure';
import { watchMemory } from './peak-memory';

const events = 10_000;
const usesPerEvent = 10;
const megabyte = 1_048_576;

/** Reads the GitLab plan, and one of 10,000 events in 100,000 rows, from bytes to changes: time, and memory beyond what was there. */
export async function benchImport(): Promise<boolean> {
  const gitlab = new URL('../e2e/fixtures/gitlab-events/plan.csv', import.meta.url);
  const small = await measure(() => createReadStream(gitlab));
  const large = await measure(largeFile);
  if (small.events !== 1_013 || large.events !== events)
    throw new Error(`read ${small.events} and ${large.events} events`);
  return [
    atMost('import of the GitLab plan, bytes to changes', small.ms, 5_000, 'ms'),
    atMost('import of 10,000 events in 100,000 rows, bytes to changes', large.ms, 30_000, 'ms'),
    atMost('import of 10,000 events in 100,000 rows, more memory', large.memory / megabyte, 250, 'MB'),
  ]
    .map(report)
    .every((met) => met);
}

async function measure(open: () => AsyncIterable<Uint8Array>): Promise<{ ms: number; memory: number; events: number }> {
  const memory = watchMemory();
  const start = performance.now();
  const inspected = await adapter.inspect(open());
  if (!inspected.ok) throw new Error(inspected.error.detail);
  const findings = new Findings();
  const draft = await adapter.read(open(), inspected.value.mapping, findings);
  if (!draft.ok) throw new Error(draft.error.detail);
  const { changes } = changesOf(draft.value, {
    snapshot: emptySnapshot('pl_bench'),
    findings,
    newId,
    findOwner: () => null,
    ownerName: () => null,
    emptyStatus: 'live',
    removeMissing: false,
  });
  const ms = performance.now() - start;
  return { ms, memory: memory.stop(), events: changes.filter((change) => change.item?.kind === 'event').length };
}

/** The rows of the large file, an event at a time. */
export async function* largeFile(): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(
    'event_name,event_description,category,owner,property_name,property_type,property_required,property_description,allowed_values\n',
  );
  for (let event = 0; event < events; event += 1) {
    let rows = '';
    for (let use = 0; use < usesPerEvent; use += 1) {
      const property = (event * 7 + use * 13) % 400;
      rows += `Event number ${event},"A person did thing ${event}, and it was stored",Category ${event % 40},Team ${event % 30},property_${property},string,${use % 2 === 0},What property ${property} says about the thing,a|b|c\n`;
    }
    yield encoder.encode(rows);
  }
}
