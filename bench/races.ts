import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { races } from '@/lib/features/testing/races';
import { createStage, readHead } from '@/lib/features/testing/stage';
import { atMost, report } from './measure';

const rounds = 125;

/** Each race of a merge, 1,000 rounds in all, and what they broke: in their own eyes, and in those of the invariants afterwards. */
export async function benchRaces(): Promise<boolean> {
  const met: boolean[] = [];
  for (const [name, race] of Object.entries(races)) {
    const stage = await createStage();
    let violations = 0;
    for (let round = 1; round <= rounds; round += 1) violations += (await race(stage, round)).length;
    for (const check of await examineInstance(stage.world.workspaceId)) violations += check.violations;
    const merges = (await readHead(stage)).head - 1;
    met.push(report(atMost(`${rounds} merges raced against ${name} (${merges} merged)`, violations, 0, 'violations')));
  }
  return met.every(Boolean);
}
