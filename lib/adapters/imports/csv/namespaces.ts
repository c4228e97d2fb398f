import type { Findings } from '@/lib/domain/transfer/finding';
import type { Mapping } from '@/lib/domain/transfer/mapping';
import { foldName } from '@/lib/kit/fold';
import type { RowEvent } from './row-event';

/**
 * Gives events the namespace that keeps their names apart. `always`: the first column's value, further ones where a name
 * still repeats. `when-repeated`: nothing while a name is used once.
 */
export function spreadNamespaces(
  events: readonly RowEvent[],
  { use, columns }: Mapping['namespaces'],
  findings: Findings,
): void {
  for (const group of groupBy(events, (event) => foldName(event.name))) {
    if (group.length > 1) {
      for (const event of group) findings.add('event.name-repeated', { row: event.rows[0] ?? 0, value: event.name });
    }
    if (use === 'always' || group.length > 1) spread(group, columns.length, 0);
  }
}

function spread(group: readonly RowEvent[], depth: number, column: number): void {
  if (column >= depth) return;
  for (const same of groupBy(group, (event) => foldName(event.apart[column] ?? ''))) {
    for (const event of same) event.namespace = namespaceOf(event.apart[column] ?? '', event.name) ?? event.namespace;
    if (same.length > 1) spread(same, depth, column + 1);
  }
}

/** The value as a namespace; without the name itself where the value ends with it, as `vendor/name` does. */
function namespaceOf(value: string, name: string): string | null {
  const plain = value.replace(/\s+/gu, ' ').trim();
  const rest = plain.endsWith(name) ? plain.slice(0, -name.length).replace(/[/.:_-]+$/u, '') : plain;
  return (rest || plain).slice(0, 300).trim() || null;
}

function groupBy(events: readonly RowEvent[], key: (event: RowEvent) => string): RowEvent[][] {
  const groups = new Map<string, RowEvent[]>();
  for (const event of events) {
    const name = key(event);
    const group = groups.get(name);
    if (group) group.push(event);
    else groups.set(name, [event]);
  }
  return [...groups.values()];
}
