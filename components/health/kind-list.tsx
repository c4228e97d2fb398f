import type { PlanHealthView } from '@/lib/contracts/plan-health';
import type { HealthKind } from '@/lib/domain/health/kinds';
import { grouped } from '@/lib/kit/grouped';

interface Props {
  readonly health: PlanHealthView;
  readonly chosen: HealthKind | null;
  readonly onChoose: (kind: HealthKind | null) => void;
}

/** What can be found, with how many items it is found in; pressing one shows its findings alone. */
export function KindList({ health, chosen, onChoose }: Props) {
  return (
    <ul aria-label="Findings by kind" className="grid grid-cols-1 gap-2 sm:grid-cols-2 xl:grid-cols-3">
      {health.kinds.map(({ kind, label, why, count, of }) => (
        <li key={kind}>
          <button
            type="button"
            aria-pressed={chosen === kind}
            disabled={count === 0}
            onClick={() => onChoose(chosen === kind ? null : kind)}
            className="flex h-full w-full flex-col gap-1 rounded-card border border-border p-3 text-left transition-colors enabled:hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected"
          >
            <span className="flex w-full items-baseline gap-2">
              <span className="font-medium text-sm">{label}</span>
              <span className="ml-auto text-muted text-sm tabular-nums">
                {count === 0 ? 'none' : `${grouped(count)} of ${grouped(of)}`}
              </span>
            </span>
            <span className="text-subtle text-sm">{why}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
