import 'server-only';
import type { ExportPreview, ExportQuery } from '@/lib/contracts/exports';
import type { Actor } from '@/lib/domain/access/actor';
import { ok, type Result } from '@/lib/kit/result';
import { type ExportError, openExport } from './open-export';

const shownFiles = 100;
const shownCauses = 50;
const examplesPerCause = 8;
/** Files whose text is shown, and how much of it, in characters. */
const readableFiles = 20;
const readableText = 20_000;

/** What an export would write and what it would lose, as much as a screen shows. */
export async function previewExport(
  actor: Actor,
  input: { plan: string } & ExportQuery,
): Promise<Result<ExportPreview, ExportError>> {
  const opened = await openExport(actor, input);
  if (!opened.ok) return opened;
  const { files, losses, release, events, baseName } = opened.value;
  const causes = [...Map.groupBy(losses, (loss) => loss.words)].sort(([, a], [, b]) => b.length - a.length);
  return ok({
    release,
    events,
    files: files.slice(0, shownFiles).map((file, index) => ({
      path: file.path,
      characters: file.text.length,
      text: index < readableFiles ? file.text.slice(0, readableText) : '',
    })),
    fileCount: files.length,
    lossCount: losses.length,
    lossCauses: causes
      .slice(0, shownCauses)
      .map(([words, some]) => ({ words, count: some.length, examples: some.slice(0, examplesPerCause) })),
    lossCauseCount: causes.length,
    fileName: files.length === 1 ? (files[0]?.path ?? baseName) : `${baseName}.zip`,
  });
}
