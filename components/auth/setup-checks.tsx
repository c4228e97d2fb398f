import { CircleCheck, TriangleAlert } from 'lucide-react';

export interface SetupCheck {
  readonly name: string;
  readonly isFine: boolean;
  /** What was found, and the fix when it is not fine. */
  readonly words: string;
}

/** What the instance found out about itself, each line green or amber with its fix. */
export function SetupChecks({ checks }: { checks: readonly SetupCheck[] }) {
  return (
    <ul aria-label="Checks" className="flex flex-col gap-2 border-border border-t pt-4 text-sm">
      {checks.map((check) => (
        <li key={check.name} className="flex items-start gap-2">
          {check.isFine ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-added" />
          ) : (
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-changed" />
          )}
          <span>
            <span className="font-medium">
              {check.name}
              <span className="sr-only">{check.isFine ? ' is fine' : ' needs a look'}</span>:
            </span>{' '}
            <span className="text-muted">{check.words}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
