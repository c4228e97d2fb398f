import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { type Killed, killAt, killAtRandom, killPoints, timeOneMerge } from '@/lib/features/testing/kills';
import { createStage, type Stage } from '@/lib/features/testing/stage';

const rounds = process.env.WAYMARK_LONG ? 60 : 4;
let stage: Stage;

beforeAll(async () => {
  stage = await createStage(40);
});

afterAll(async () => {
  const checks = await examineInstance(stage.world.workspaceId);
  expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
});

describe('a process that is killed', () => {
  it.each(Object.entries(killPoints))('%s leaves a whole merge or none', async (_, { merged, ...point }) => {
    expect(await killAt(stage, 1, point)).toEqual({ wrong: [], merged, died: true });
  });

  it(`at random, ${rounds} times, leaves a whole merge or none`, { timeout: 600_000 }, async () => {
    const withinMs = await timeOneMerge(stage);
    const ends: Killed[] = [];
    for (let round = 1; round <= rounds; round += 1) ends.push(await killAtRandom(stage, round, { rounds, withinMs }));
    expect(ends.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(ends.filter(({ died }) => died).length).toBeGreaterThan(0);
  });
});
