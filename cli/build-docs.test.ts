import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildDocs } from './build-docs';
import { parseArguments } from './parse-arguments';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-docs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const environment = { WAYMARK_TOKEN: 'wmk_1', WAYMARK_WORKSPACE: 'acme' };

function ask(out = join(folder, 'site')) {
  const asked = parseArguments(['docs', 'build', '--plan', 'shop', `--out=${out}`, '--at', '3'], environment);
  if (!asked.ok) throw new Error(asked.error);
  return asked.value;
}

const asked: string[] = [];
const answering =
  (files: Record<string, string>): typeof fetch =>
  async (url) => {
    asked.push(String(url));
    const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
    return new Response(bytes as BodyInit, { headers: { 'x-waymark-release': '3' } });
  };

it('writes the pages, and takes away those of an earlier build', async () => {
  const first = await buildDocs(ask(), answering({ 'index.html': 'one', 'events/old.html': 'old' }));
  expect(first).toMatchObject({ ok: true, value: expect.stringContaining('2 files of shop, release 3') });
  expect(asked.at(-1)).toBe(
    'http://localhost:3000/api/v1/workspaces/acme/plans/shop/exports?format=documentation-site&at=3',
  );
  await buildDocs(ask(), answering({ 'index.html': 'two', 'events/new.html': 'new' }));
  expect(await readFile(join(folder, 'site/index.html'), 'utf8')).toBe('two');
  expect(await readdir(join(folder, 'site/events'))).toEqual(['new.html']);
});

it('says what the pages leave out, which is no page', async () => {
  const built = await buildDocs(ask(), answering({ 'index.html': '', 'LOSSES.txt': 'Checkout: without pictures\n' }));
  expect(built).toMatchObject({ value: expect.stringMatching(/^1 files .*\nCheckout: without pictures$/) });
  expect((await readdir(join(folder, 'site'))).sort()).toEqual(['index.html', 'waymark-site.txt']);
});

it('leaves a folder alone that it did not write, and what lies outside of it', async () => {
  await writeFile(join(folder, 'mine.txt'), 'mine');
  expect(await buildDocs(ask(folder), answering({ 'index.html': '' }))).toMatchObject({ ok: false });
  expect(await buildDocs(ask(), answering({ '../mine.txt': 'theirs' }))).toMatchObject({ ok: false });
  expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
});

it('says what the instance answered', async () => {
  const refuse: typeof fetch = async () => Response.json({ detail: 'There is no such plan' }, { status: 404 });
  expect(await buildDocs(ask(), refuse)).toMatchObject({ error: 'Waymark answered 404: There is no such plan' });
  const gone: typeof fetch = async () => Promise.reject(new Error('refused'));
  expect(await buildDocs(ask(), gone)).toMatchObject({ error: expect.stringContaining('cannot be reached') });
});

it.each([
  [['docs', 'build'], /--plan/],
  [['docs', 'build', '--plan', 'shop'], /--out/],
  [['docs', 'build', '--plan'], /needs a value/],
  [['docs', 'build', '--plans', 'shop'], /no option/],
  [['docs'], /Usage/],
])('%j is told what is missing', (words, told) => {
  const parsed = parseArguments(words, environment);
  expect(parsed.ok ? '' : parsed.error).toMatch(told);
});

it('takes no token from the command line, where others can read it', () => {
  const words = ['docs', 'build', '--plan', 'shop', '--out', 'site', '--workspace', 'acme'];
  expect(parseArguments(words, {})).toMatchObject({ error: expect.stringContaining('WAYMARK_TOKEN') });
});
