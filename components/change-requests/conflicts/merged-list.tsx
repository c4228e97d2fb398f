import type { ConflictsView } from '@/lib/contracts/conflicts';

const mostShown = 50;

/** What only the plan changed and nobody has to decide. */
export function MergedList({ merged }: { merged: ConflictsView['merged'] }) {
  const items = [...new Map(merged.map((one) => [one.itemId, one.name]))];
  return (
    <aside aria-label="What merges by itself" className="flex min-w-0 flex-col gap-2 lg:sticky lg:top-20 lg:self-start">
      <h2 className="font-semibold text-base">Merges by itself</h2>
      {merged.length === 0 ? (
        <p className="text-muted text-sm">The plan changed nothing else of what you edit.</p>
      ) : (
        <>
          <p className="text-muted text-sm">
            Only the plan changed {merged.length === 1 ? 'this field' : `these ${merged.length} fields`}: its text is
            taken.
          </p>
          <ul className="flex flex-col gap-2 text-sm">
            {items.slice(0, mostShown).map(([itemId, name]) => (
              <li key={itemId} className="min-w-0 break-words">
                <span className="font-mono">{name}</span>
                <span className="block text-muted">
                  {[...new Set(merged.filter((one) => one.itemId === itemId).map((one) => one.label))].join(', ')}
                </span>
              </li>
            ))}
          </ul>
          {items.length > mostShown ? (
            <p className="text-muted text-sm">And {items.length - mostShown} more items.</p>
          ) : null}
        </>
      )}
    </aside>
  );
}
