import { Callout } from '@/components/ui/callout';
import { ApiError, wordsFor } from '@/lib/client/http';
import { stepName } from '@/lib/domain/journey/names';
import type { StepDraft } from './journey-draft';

/** Why a journey was not saved, each fault with the step it is in. */
export function SaveProblem({ error, steps }: { error: Error; steps: readonly StepDraft[] }) {
  const faults = error instanceof ApiError ? Object.entries(error.fieldErrors) : [];
  return (
    <div role="alert">
      <Callout tone="problem" title={wordsFor(error)}>
        {faults.length > 0 ? (
          <ul className="list-disc pl-5">
            {faults.map(([path, message]) => (
              <li key={path}>
                {placeOf(path, steps)}
                {message}
              </li>
            ))}
          </ul>
        ) : null}
      </Callout>
    </div>
  );
}

function placeOf(path: string, steps: readonly StepDraft[]): string {
  const [, index] = /^steps\.(\d+)/u.exec(path) ?? [];
  const step = index === undefined ? undefined : steps[Number(index)];
  return step ? `Step ${Number(index) + 1}, ${stepName(step)}: ` : '';
}
