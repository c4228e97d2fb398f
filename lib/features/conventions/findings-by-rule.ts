import type { RuleTrial } from '@/lib/contracts/conventions';
import type { Finding } from '@/lib/domain/conventions/finding';
import { lint } from '@/lib/domain/conventions/lint';
import { conventionRules } from '@/lib/domain/conventions/list';
import type { ConventionSettings } from '@/lib/domain/conventions/settings';
import type { Snapshot } from '@/lib/domain/plan/snapshot';

const shown = 5;

/** How often each rule finds something and its first examples; also of rules that are off, so that one knows before switching one on. */
export function findingsByRule(snapshot: Snapshot, settings: ConventionSettings): RuleTrial[] {
  const loud = { ...settings.severity };
  for (const { id } of conventionRules) if (loud[id] === 'off') loud[id] = 'hint';
  const byRule = Map.groupBy(lint(snapshot, { ...settings, severity: loud }), (finding) => finding.rule);
  return conventionRules.map(({ id, label }) => {
    const findings = byRule.get(id) ?? [];
    return {
      rule: id,
      label,
      severity: settings.severity[id],
      count: findings.length,
      examples: findings.slice(0, shown).flatMap((finding) => exampleOf(finding, snapshot)),
    };
  });
}

function exampleOf({ itemId, words, fix }: Finding, snapshot: Snapshot): RuleTrial['examples'] {
  const item = snapshot.items.get(itemId);
  if (!item) return [];
  const { kind, namespace, name } = item;
  return [{ itemId, kind, namespace, name, words, fix: fix?.words ?? null }];
}
