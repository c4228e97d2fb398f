import { diffArrays } from 'diff';

/** A line that both texts have, or only one. */
export interface Line {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Lines to be shown, or a run of unchanged ones that is folded away. */
export type LineRun = { readonly kind: 'lines'; readonly lines: readonly Line[] } | FoldedRun;
type FoldedRun = { readonly kind: 'folded'; readonly lines: readonly Line[] };

/** Unchanged lines that stay beside a change. */
const around = 3;
/** Fewer are not worth a fold. */
const leastFolded = 4;

/** Two texts line by line; `null` is a text that is not there. */
export function diffLines(before: string | null, after: string | null): Line[] {
  return diffArrays(linesOf(before), linesOf(after)).flatMap((change) =>
    change.value.map((text) => ({ kind: change.added ? 'added' : change.removed ? 'removed' : 'same', text }) as const),
  );
}

/** The lines with long unchanged runs folded, so that what changed is seen with what stands around it. */
export function foldLines(lines: readonly Line[]): LineRun[] {
  const isNear = lines.map(() => false);
  lines.forEach((line, at) => {
    if (line.kind !== 'same') isNear.fill(true, Math.max(0, at - around), at + around + 1);
  });
  const runs: { kind: LineRun['kind']; lines: Line[] }[] = [];
  lines.forEach((line, at) => {
    const kind = isNear[at] ? 'lines' : 'folded';
    const last = runs.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
  });
  const result: { kind: LineRun['kind']; lines: Line[] }[] = [];
  for (const run of runs) {
    const kind = run.kind === 'folded' && run.lines.length < leastFolded ? 'lines' : run.kind;
    const last = result.at(-1);
    if (kind === 'lines' && last?.kind === 'lines') last.lines.push(...run.lines);
    else result.push({ kind, lines: run.lines });
  }
  return result;
}

function linesOf(text: string | null): string[] {
  return text === null || text === '' ? [] : text.replace(/\n$/u, '').split('\n');
}
