import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { err, ok, type Result } from '../lib/kit/result';
import type { DocsBuild } from './parse-arguments';

/** What the folder is recognised by as one of ours, so that nothing else is ever cleared. */
const record = 'waymark-site.txt';
/** What the pages leave out. It is for whoever builds them and stays out of their folder. */
const leftOut = 'LOSSES.txt';

/** Fetches a plan as a documentation site and writes its folder, in which no page of an earlier build stays. @returns what to say */
export async function buildDocs(
  { plan, workspace, url, token, at, out }: DocsBuild,
  send: typeof fetch = fetch,
): Promise<Result<string, string>> {
  const folder = resolve(out);
  const before = await recordedIn(folder);
  if (!before.ok) return before;
  const query = new URLSearchParams({ format: 'documentation-site', ...(at === undefined ? {} : { at }) });
  const path = `/api/v1/workspaces/${encodeURIComponent(workspace)}/plans/${encodeURIComponent(plan)}/exports`;
  let answer: Response;
  try {
    answer = await send(`${url}${path}?${query}`, { headers: { authorization: `Bearer ${token}` } });
  } catch (error) {
    return err(`${url} cannot be reached: ${error instanceof Error ? error.message : error}`);
  }
  if (!answer.ok) return err(await refusal(answer));
  const { [leftOut]: losses, ...pages } = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const files = Object.entries(pages);
  const strange = files.find(([name]) => !isInside(folder, name));
  if (strange) return err(`The answer names a file outside of the folder, ${strange[0]}; nothing was written.`);
  for (const [name, bytes] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  const names = files.map(([name]) => name).sort();
  const kept = new Set(names);
  for (const name of before.value)
    if (!kept.has(name) && isInside(folder, name)) await rm(join(folder, name), { force: true });
  await writeFile(join(folder, record), `${names.join('\n')}\n`);
  const release = answer.headers.get('x-waymark-release');
  const done = `${files.length} files of ${plan}, release ${release}, are in ${folder}. Open ${join(folder, 'index.html')}`;
  return ok(losses ? `${done}\n${strFromU8(losses).trim()}` : done);
}

/** The files that an earlier build wrote; a folder with anything else in it is not ours to write into. */
async function recordedIn(folder: string): Promise<Result<readonly string[], string>> {
  try {
    return ok((await readFile(join(folder, record), 'utf8')).split('\n').filter(Boolean));
  } catch {
    const there = await readdir(folder).catch(() => []);
    return there.length === 0
      ? ok([])
      : err(`${folder} is not empty and was not written by this command. Choose another.`);
  }
}

function isInside(folder: string, name: string): boolean {
  const way = relative(folder, join(folder, name));
  return way !== '' && !way.startsWith('..') && !isAbsolute(way) && !name.includes('\\');
}

async function refusal(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
  return `Waymark answered ${answer.status}: ${problem.detail ?? problem.title ?? answer.statusText}`;
}
