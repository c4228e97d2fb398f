import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { type Killed, killAt, killAtRandom, killPoints, timeOneMerge } from '@/lib/features/testing/kills';
import { createStage } from '@/lib/features/testing/stage';
import { atMost, report } from './measure';

const rounds = 60;

/** Processes killed at each named point of a merge, and 60 at random: what was half, doubled or locked afterwards. */
export async function benchKills(): Promise<boolean> {
  const stage = await createStage(40);
  const named: Killed[] = [];
  for (const { merged, ...point } of Object.values(killPoints)) {
    const end = await killAt(stage, 1, point);
    named.push(end.merged === merged && end.died ? end : { ...end, wrong: [...end.wrong, 'not where it was meant'] });
  }
  const withinMs = await timeOneMerge(stage);
  const random: Killed[] = [];
  for (let round = 1; round <= rounds; round += 1) random.push(await killAtRandom(stage, round, { rounds, withinMs }));
  const broken = (await examineInstance(stage.world.workspaceId)).reduce((sum, { violations }) => sum + violations, 0);
  const count = (ends: readonly Killed[]) => ends.flatMap(({ wrong }) => wrong).length + broken;
  const dead = random.filter(({ died }) => died);
  const merged = random.filter((end) => end.merged).length;
  return [
    atMost(`merges killed at ${named.length} named points`, count(named), 0, 'violations'),
    atMost(
      `${rounds} merges killed at random (${dead.length} died, ${merged} had merged)`,
      count(random),
      0,
      'violations',
    ),
  ]
    .map(report)
    .every((met) => met);
}
