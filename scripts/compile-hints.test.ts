import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hintBuild } from './compile-hints.mjs';

it('hints at every script once, and leaves what else a build has as it is', () => {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-hints-'));
  try {
    mkdirSync(join(folder, 'chunks'));
    writeFileSync(join(folder, 'chunks/one.js'), 'one();');
    writeFileSync(join(folder, 'chunks/one.css'), 'a{}');
    hintBuild(folder);
    hintBuild(folder);
    expect(readFileSync(join(folder, 'chunks/one.js'), 'utf8')).toBe('//# allFunctionsCalledOnLoad\none();');
    expect(readFileSync(join(folder, 'chunks/one.css'), 'utf8')).toBe('a{}');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
