import { err, ok, type Result } from '../lib/kit/result';

/** What `waymark docs build` was asked for. */
export interface DocsBuild {
  readonly plan: string;
  readonly workspace: string;
  readonly out: string;
  /** Where the instance is reached. */
  readonly url: string;
  readonly token: string;
  /** A release or a day; absent is the newest. */
  readonly at: string | undefined;
}

export const usage = `Usage: waymark docs build --plan <slug> --out <folder> [options]

Writes a plan as a folder of pages that any file server, or a disk, can show.

  --plan <slug>        The plan, as in its address
  --out <folder>       Where the pages go; made if it is not there
  --workspace <slug>   The workspace (or WAYMARK_WORKSPACE)
  --at <release|date>  A release number or a day such as 2026-03-31; the newest release when absent
  --url <address>      Where Waymark is reached (or WAYMARK_URL); http://localhost:3000 when absent
  WAYMARK_TOKEN        A token with the scope "export"; it is read from the environment only
`;

const options = ['plan', 'out', 'workspace', 'at', 'url'] as const;

/** Reads a command line; an error is a sentence for the person who typed it. */
export function parseArguments(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<DocsBuild, string> {
  const [noun, verb, ...rest] = words;
  if (noun !== 'docs' || verb !== 'build') return err(usage);
  const given = new Map<string, string>();
  const waiting = [...rest];
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    const [name = '', inline] = word.split(/=(.*)/su);
    const option = options.find((one) => `--${one}` === name);
    if (!option) return err(`${name} is no option of "docs build".\n\n${usage}`);
    const value = inline ?? waiting.shift();
    if (value === undefined || value === '') return err(`${name} needs a value.\n\n${usage}`);
    given.set(option, value);
  }
  const plan = given.get('plan');
  const out = given.get('out');
  const workspace = given.get('workspace') ?? environment.WAYMARK_WORKSPACE;
  const token = environment.WAYMARK_TOKEN;
  if (!plan) return err(`Say which plan with --plan.\n\n${usage}`);
  if (!out) return err(`Say where the pages go with --out.\n\n${usage}`);
  if (!workspace) return err(`Say which workspace with --workspace or WAYMARK_WORKSPACE.\n\n${usage}`);
  if (!token)
    return err('Set WAYMARK_TOKEN to a token with the scope "export". You make one under Settings, API tokens.');
  const url = given.get('url') ?? environment.WAYMARK_URL ?? 'http://localhost:3000';
  if (!/^https?:\/\//u.test(url)) return err(`--url must begin with http:// or https://, and "${url}" does not.`);
  return ok({ plan, out, workspace, token, url: url.replace(/\/+$/u, ''), at: given.get('at') });
}
