import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { races } from '@/lib/features/testing/races';
import { createStage, readHead } from '@/lib/features/testing/stage';
import { atMost, report } from './measure';

const rounds = 125;

/** Each race of a merge, 1,250 rounds in all, and what they broke: in their own eyes, and in those of the invariants after each round. */
export async function benchRaces(): Promise<boolean> {
  const met: boolean[] = [];
  for (const [name, race] of Object.entries(races)) {
    const stage = await createStage();
    let violations = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const wrong = await race(stage, round);
      for (const check of await examineInstance(stage.world.workspaceId))
        if (check.violations > 0) wrong.push(`${check.id} ${check.name}: ${check.examples.join(', ')}`);
      for (const words of wrong) console.error(`${name}, round ${round}: ${words}`);
      violations += wrong.length;
    }
    const releases = (await readHead(stage)).head - 1;
    met.push(
      report(atMost(`${rounds} merges raced against ${name} (${releases} merged)`, violations, 0, 'violations')),
    );
  }
  return met.every(Boolean);
}
