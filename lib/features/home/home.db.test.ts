import { expect, it } from 'vitest';
import { approvedRequest, createStage, merge } from '@/lib/features/testing/stage';
import type { Persona } from '@/lib/features/testing/world';
import { must } from '@/lib/kit/must';
import { readHome } from './read-home';

async function waiting(person: Persona): Promise<[number, string][]> {
  const home = must(await readHome(person.actor));
  if (home.waiting.state === 'failed') throw new Error('the section failed');
  return home.waiting.rows.map(({ number, reason }) => [number, reason]);
}

it('home asks who wrote a request to look again when the plan has moved under it, and nobody else', async () => {
  const stage = await createStage();
  const [first = '', second = ''] = stage.itemIds;
  const [here, apart, overtaken] = [
    await approvedRequest(stage, { [first]: { meaning: 'Said first.' } }),
    await approvedRequest(stage, { [second]: { meaning: 'About something else.' } }),
    await approvedRequest(stage, { [first]: { meaning: 'Said second.' } }),
  ];
  expect(await waiting(stage.author)).toEqual([]);
  must(await merge(stage, here.number));
  expect(await waiting(stage.author)).toEqual([[overtaken.number, 'conflict']]);
  expect((await waiting(stage.helper)).length).toBe(0);
  expect(apart.number).not.toBe(overtaken.number);
});
