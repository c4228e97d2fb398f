import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptySnapshot, type Snapshot } from '@/lib/domain/plan/snapshot';
import { arbitrarySnapshot } from '@/lib/domain/testing/arbitraries';
import { exportAdapters } from './list';
import { trickyJourneys, trickyPlan } from './testing/plan';

const here = fileURLToPath(new URL('.', import.meta.url));
const planOf = (snapshot: Snapshot) => ({
  slug: 'shop',
  name: 'Shop',
  snapshot,
  ownerNames: new Map([['tm_1', 'Growth']]),
});

it('lists every file of the folder that is an export', () => {
  const files = readdirSync(here)
    .filter((name) => /^[a-z0-9-]+\.ts$/.test(name) && !['define.ts', 'list.ts'].includes(name))
    .map((name) => name.replace(/\.ts$/, ''));
  expect(exportAdapters.map((adapter) => adapter.id).sort()).toEqual(files.sort());
});

describe.each(exportAdapters.map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  it('works without options, on an empty plan too', () => {
    expect(() => adapter.files(planOf(emptySnapshot('pl_1')), adapter.options.parse({}))).not.toThrow();
  });

  it('writes the same bytes twice and each path once', () => {
    fc.assert(
      fc.property(arbitrarySnapshot, (snapshot) => {
        const first = adapter.files(planOf(snapshot), adapter.options.parse({}));
        expect(adapter.files(planOf(snapshot), adapter.options.parse({}))).toEqual(first);
        const paths = first.files.map((file) => file.path.toLowerCase());
        expect(new Set(paths).size).toBe(paths.length);
        for (const path of paths) expect(path).toMatch(/^[a-z0-9_][a-z0-9._/-]*$/);
      }),
      { numRuns: 50 },
    );
  });

  it('writes what it wrote when these files were read by a person', async () => {
    const { files, losses } = adapter.files(
      { ...planOf(trickyPlan), journeys: trickyJourneys },
      adapter.options.parse({}),
    );
    for (const file of files) await expect(file.text).toMatchFileSnapshot(`${here}/${id}.golden/${file.path}`);
    const words = losses.map(
      (loss) => `${loss.name}${loss.field ? ` · ${loss.field}` : ''}: ${loss.words} (${loss.code})`,
    );
    await expect(`${words.join('\n')}\n`).toMatchFileSnapshot(`${here}/${id}.golden/losses.txt`);
  });
});
