import type { Finding } from './finding';
import type { RuleId } from './settings';

/** One finding on one item that somebody answers for, until a day. */
export interface Suppression {
  readonly id: string;
  readonly itemId: string;
  readonly rule: RuleId;
  readonly reason: string;
  /** Who answers for it. */
  readonly by: string;
  /** The last day on which it holds, `2026-03-31`; after it the finding is back by itself. */
  readonly until: string;
}

/** What excuses findings in a plan on a day. */
export interface Excuses {
  /** Items that were in the plan before the day from which the conventions hold. */
  readonly olderItemIds: ReadonlySet<string>;
  readonly suppressions: readonly Suppression[];
}

/** Why a finding neither warns nor blocks: its item is older than the conventions, or somebody answers for it. */
export type Excuse =
  | { readonly kind: 'grandfathered' }
  | { readonly kind: 'suppressed'; readonly suppression: Suppression };

/** A finding with what excuses it. */
export interface JudgedFinding extends Finding {
  readonly excuse: Excuse | null;
}

/** Whether a suppression holds on a day. */
export function holdsOn({ until }: Pick<Suppression, 'until'>, day: string): boolean {
  return day <= until;
}

/** The findings with their excuses on a day: age excuses everything of an item, a suppression one rule on it. */
export function judged(
  findings: readonly Finding[],
  { olderItemIds, suppressions }: Excuses,
  today: string,
): JudgedFinding[] {
  const held = new Map<string, Suppression>();
  for (const one of suppressions) if (holdsOn(one, today)) held.set(`${one.itemId} ${one.rule}`, one);
  return findings.map((finding) => {
    if (olderItemIds.has(finding.itemId)) return { ...finding, excuse: { kind: 'grandfathered' } };
    const suppression = held.get(`${finding.itemId} ${finding.rule}`);
    return { ...finding, excuse: suppression ? { kind: 'suppressed', suppression } : null };
  });
}

/** Whether a finding stops a merge where the policy lets errors stop it. */
export function blocks(finding: JudgedFinding): boolean {
  return finding.severity === 'error' && finding.excuse === null;
}
