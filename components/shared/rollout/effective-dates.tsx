import type { Following } from '@/lib/contracts/rollout';
import { cellWords, dayInWords } from './cell-words';

/** Under a change in a history: when it was merged, and from when each source sends it. */
export function EffectiveDates({ rows }: { readonly rows: Following['items'] }) {
  const [first] = rows;
  if (!first) return null;
  return (
    <dl className="flex max-w-[72ch] flex-wrap gap-x-6 gap-y-1 text-sm">
      <div className="flex gap-1.5">
        <dt className="text-muted">Merged</dt>
        <dd>{dayInWords(first.mergedAt.slice(0, 10))}</dd>
      </div>
      {rows.map(({ source, cell }) => (
        <div key={source.id} className="flex gap-1.5">
          <dt className="text-muted">In effect in {source.name}</dt>
          <dd>
            {cell.effectiveOn === null
              ? cell.state === 'planned'
                ? 'not yet'
                : `not yet, ${cellWords(cell).toLowerCase()}`
              : `${dayInWords(cell.effectiveOn)}${cell.version === '' ? '' : `, version ${cell.version}`}`}
          </dd>
        </div>
      ))}
    </dl>
  );
}
