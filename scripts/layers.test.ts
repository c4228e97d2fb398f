import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkLayers } from './layers';

let house = '';
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
};

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'waymark-layers-'));
  cpSync('tsconfig.json', join(house, 'tsconfig.json'));
  put('placeholder.ts', 'export {};\n');
  for (const name of ['zod', '@prisma/client']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    put(`node_modules/${name}/index.js`, 'exports.string = () => ({});\n');
  }
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

const breaches: [string, string, string, string][] = [
  ['domain-is-pure', 'lib/domain/diff/diff.ts', '@/lib/store/items', 'lib/store/items.ts'],
  ['domain-is-pure', 'lib/domain/diff/diff.ts', 'node:fs', 'lib/kit/id.ts'],
  ['kit-stands-alone', 'lib/kit/id.ts', 'zod', 'lib/kit/result.ts'],
  [
    'features-are-strangers',
    'lib/features/items/read-item.ts',
    '@/lib/features/plans/read-plan',
    'lib/features/plans/read-plan.ts',
  ],
  ['prisma-stays-home', 'lib/features/items/read-item.ts', '@prisma/client', 'lib/kit/id.ts'],
  ['adapters-are-strangers', 'lib/adapters/exports/csv.ts', './json-schema', 'lib/adapters/exports/json-schema.ts'],
  [
    'components-know-no-server',
    'components/items/item-list.tsx',
    '@/lib/features/items/list-items',
    'lib/features/items/list-items.ts',
  ],
  ['nouns-meet-in-a-page', 'components/items/item-list.tsx', '../plans/plan-card', 'components/plans/plan-card.tsx'],
  ['client-speaks-contracts', 'lib/client/items.ts', '@/lib/infra/clock', 'lib/infra/clock.ts'],
];

describe('the layer check', () => {
  it.each(breaches)('finds a breach of %s in %s, which imports %s', async (rule, from, imported, target) => {
    put(from, `import type { X } from '${imported}';\nexport type Y = X;\n`);
    put(target, 'export type X = 1;\n');
    const { violations } = await checkLayers(house);
    expect(violations.filter((violation) => violation.startsWith(`${rule}: ${from}`))).toHaveLength(1);
  });

  it('finds a cycle', async () => {
    put('lib/kit/a.ts', "import type { B } from './b';\nexport type A = B;\n");
    put('lib/kit/b.ts', "import type { A } from './a';\nexport type B = A;\n");
    expect((await checkLayers(house)).violations.some((violation) => violation.startsWith('no-cycles'))).toBe(true);
  });

  it('says nothing about imports that go the right way', async () => {
    put('lib/kit/id.ts', 'export type Id = string;\n');
    put(
      'lib/domain/plan/plan.ts',
      "import type { Id } from '@/lib/kit/id';\nimport * as z from 'zod';\nexport const plan = z.string();\nexport type Plan = Id;\n",
    );
    expect(await checkLayers(house)).toEqual({ modules: 2, violations: [] });
  });

  it('counts no module where there is none, which the command takes for a failure', async () => {
    mkdirSync(join(house, 'lib'));
    expect(await checkLayers(house)).toEqual({ modules: 0, violations: [] });
  });
});
