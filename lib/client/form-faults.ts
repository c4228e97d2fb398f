import { ApiError, wordsFor } from './http';

/** Why a form was refused: words for each wrong field by its path, and for the rest when no field tells it. */
export interface FormFaults {
  readonly faults: Readonly<Record<string, string>>;
  readonly problem: string | undefined;
}

/** A refusal as a form shows it. */
export function faultsIn(error: Error | null): FormFaults {
  const faults = error instanceof ApiError ? error.fieldErrors : {};
  return { faults, problem: error && Object.keys(faults).length === 0 ? wordsFor(error) : undefined };
}
