import type { Requirement } from './requirement';

/** More candidates than this are a crowd; then only the owners are asked by name. */
const crowd = 5;

/** Who is asked to review: owners whose approval is missing, and other approvers while they are few. */
export function reviewersFor(requirements: readonly Requirement[]): string[] {
  const asked = new Set<string>();
  for (const { code, met, who } of requirements) {
    if (met) continue;
    if (
      code === 'review.owner-approval' ||
      code === 'review.acknowledgement' ||
      (code === 'review.approvals' && who.userIds.length <= crowd)
    )
      for (const id of who.userIds) asked.add(id);
  }
  return [...asked];
}
