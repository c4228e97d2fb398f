import { describe, expect, it } from 'vitest';
import { examineInstance } from '@/lib/features/doctor/examine-instance';
import { races } from '@/lib/features/testing/races';
import { createStage, readHead, type Stage } from '@/lib/features/testing/stage';

const rounds = process.env.WAYMARK_LONG ? 300 : 6;
const timeoutMs = process.env.WAYMARK_LONG ? 900_000 : 60_000;

describe.each(Object.entries(races))('a merge against %s', (name, race) => {
  it(`breaks nothing in ${rounds} rounds`, { timeout: timeoutMs }, async () => {
    const stage = await createStage();
    for (let round = 1; round <= rounds; round += 1) expect(await race(stage, round), `round ${round}`).toEqual([]);
    if (rounds > 100) await sawBothOrders(name, stage);
    const checks = await examineInstance(stage.world.workspaceId);
    expect(checks.filter(({ violations }) => violations > 0)).toEqual([]);
  });
});

/** Races of which more than one request may merge in a round. */
const severalMerges = new Set(['another merge', 'sixteen presses of Merge', 'a partial merge']);

/** Each order came about, or the rounds would show little; a few rounds may lack one by chance. */
async function sawBothOrders(name: string, stage: Stage): Promise<void> {
  const { head } = await readHead(stage);
  expect(head).toBeGreaterThan(1);
  if (!severalMerges.has(name)) expect(head).toBeLessThan(rounds + 1);
}
