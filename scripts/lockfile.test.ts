import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Entry = { optionalDependencies?: Record<string, string>; resolved?: string };
const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const packages: Record<string, Entry> = read('package-lock.json').packages;

describe('the lockfile', () => {
  it('names the optional parts of every platform, without which a clean install is refused', () => {
    const installed = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !installed.has(name))).toEqual([]);
  });

  it('ties no package to one registry', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.startsWith('http'))).toEqual([]);
  });

  it('goes with exact versions', () => {
    const { dependencies, devDependencies } = read('package.json');
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(`${version}`),
    );
    expect(loose).toEqual([]);
  });
});
