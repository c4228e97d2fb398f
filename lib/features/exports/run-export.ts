import 'server-only';
import { zip } from 'fflate';
import type { ExportFile } from '@/lib/adapters/exports/define';
import type { ExportQuery } from '@/lib/contracts/exports';
import type { Actor } from '@/lib/domain/access/actor';
import { err, ok, type Result } from '@/lib/kit/result';
import { type ExportError, openExport } from './open-export';

interface Download {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string | Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** The files of an export: the one there is or was asked for, else all of them in an archive with the list of losses. */
export async function runExport(
  actor: Actor,
  input: { plan: string; file?: string | undefined } & ExportQuery,
): Promise<Result<Download, ExportError | { readonly code: 'export.no-such-file'; readonly detail: string }>> {
  const opened = await openExport(actor, input);
  if (!opened.ok) return opened;
  const { files, losses, release, baseName } = opened.value;
  const headers = { 'x-waymark-release': String(release), 'x-waymark-losses': String(losses.length) };
  const single =
    input.file === undefined
      ? files.length === 1
        ? files[0]
        : undefined
      : files.find((file) => file.path === input.file);
  if (single) {
    const fileName = input.file === undefined ? single.path : (single.path.split('/').pop() ?? single.path);
    return ok({ fileName, contentType: `${single.mediaType}; charset=utf-8`, body: single.text, headers });
  }
  if (input.file !== undefined)
    return err({ code: 'export.no-such-file', detail: `The export has no file ${input.file}` });
  const words = losses.map((loss) => `${loss.name}${loss.field ? ` (${loss.field})` : ''}: ${loss.words}`);
  const told: ExportFile[] =
    losses.length === 0 ? [] : [{ path: 'LOSSES.txt', mediaType: 'text/plain', text: `${words.join('\n')}\n` }];
  return ok({
    fileName: `${baseName}.zip`,
    contentType: 'application/zip',
    body: await archive([...files, ...told]),
    headers,
  });
}

/** The moment every file of an archive bears, so that one state of a plan always gives the same bytes. */
const moment = new Date('2000-01-01T00:00:00Z');

/** How long files are written at a stretch before others have their turn. */
const stretchMs = 15;

async function archive(files: readonly ExportFile[]): Promise<Uint8Array> {
  const entries: Record<string, Uint8Array> = {};
  const encoder = new TextEncoder();
  let pauseAt = performance.now() + stretchMs;
  for (const file of files) {
    entries[file.path] = encoder.encode(file.text);
    if (performance.now() < pauseAt) continue;
    await new Promise((resolve) => setImmediate(resolve));
    pauseAt = performance.now() + stretchMs;
  }
  return new Promise((resolve, reject) => {
    zip(entries, { level: 6, mtime: moment, consume: true }, (error, bytes) =>
      error ? reject(error) : resolve(bytes),
    );
  });
}
