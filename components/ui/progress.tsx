import { cn } from './cn';

/** How far a long task is; without `value` it only says that it goes on. */
export function Progress({
  label,
  value,
  max = 100,
  words,
  className,
}: {
  label: string;
  value?: number | undefined;
  max?: number;
  words?: string;
  className?: string;
}) {
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <div className="flex justify-between gap-2 text-muted text-sm">
        <span>{label}</span>
        {words ? <span className="tabular-nums">{words}</span> : null}
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={words}
        className="h-1.5 overflow-hidden rounded-full bg-border"
      >
        <div
          className={cn(
            'h-full origin-left rounded-full bg-accent transition-transform forced-colors:bg-[Highlight]',
            share === undefined && 'animate-pulse',
          )}
          style={{ transform: `scaleX(${share ?? 1})` }}
        />
      </div>
    </div>
  );
}
