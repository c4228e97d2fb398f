import type { ItemVersion } from '../plan/item';
import type { Significance } from '../plan/significance';

/** The version of an item's first revision. */
export const firstVersion: ItemVersion = { major: 1, minor: 0, patch: 0 };

/** The next version of an item: meaning or breaking moves the first number, additive the second, editorial the third. */
export function bump(version: ItemVersion, significance: Significance): ItemVersion {
  const steps: Record<Significance, ItemVersion> = {
    breaking: { major: version.major + 1, minor: 0, patch: 0 },
    meaning: { major: version.major + 1, minor: 0, patch: 0 },
    additive: { major: version.major, minor: version.minor + 1, patch: 0 },
    editorial: { major: version.major, minor: version.minor, patch: version.patch + 1 },
  };
  return steps[significance];
}
