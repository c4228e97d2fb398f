import type { Snapshot } from '../plan/snapshot';
import type { Finding } from './finding';
import { settled } from './infer-conventions';
import { conventionRules } from './list';
import type { ConventionSettings } from './settings';

/** Everything in a plan that does not follow its conventions, by item, then rule; of the items in `among` when given. */
export function lint(snapshot: Snapshot, settings: ConventionSettings, among?: ReadonlySet<string>): Finding[] {
  const findings: Finding[] = [];
  const context = { snapshot, settings: settled(settings, snapshot) };
  const items = among ? [...among].flatMap((id) => snapshot.items.get(id) ?? []) : snapshot.items.values();
  for (const item of items) {
    for (const rule of conventionRules) {
      const severity = settings.severity[rule.id];
      const remark = severity === 'off' ? undefined : rule.check(item, context);
      if (!remark || severity === 'off') continue;
      findings.push({
        rule: rule.id,
        severity,
        itemId: item.id,
        field: remark.field ?? null,
        words: remark.words,
        fix: remark.fix ?? null,
        otherIds: remark.otherIds ?? [],
      });
    }
  }
  return findings;
}
