import type { ConsumerContent } from '../plan/kinds/consumer-content';
import type { AffectedExperiment, AffectedSource, AffectedWatcher } from './impact';

const consumerWords: Record<ConsumerContent['type'], readonly [one: string, many: string]> = {
  metric: ['metric', 'metrics'],
  funnel: ['funnel', 'funnels'],
  dashboard: ['dashboard', 'dashboards'],
  experiment: ['experiment', 'experiments'],
  segment: ['segment', 'segments'],
  'reverse-etl': ['reverse-ETL sync', 'reverse-ETL syncs'],
  'lifecycle-message': ['lifecycle message', 'lifecycle messages'],
  'support-view': ['support view', 'support views'],
  model: ['model', 'models'],
  alert: ['alert', 'alerts'],
};

/** "3 dashboards, 1 running experiment, 14 watchers, iOS and backend code", or an empty text. */
export function impactInWords(
  consumers: readonly AffectedExperiment[],
  watchers: readonly AffectedWatcher[],
  sources: readonly AffectedSource[],
): string {
  const counts = new Map<string, { count: number; words: readonly [string, string] }>();
  for (const consumer of consumers) {
    const [one, many] = consumerWords[consumer.type];
    const words = consumer.running ? ([`running ${one}`, `running ${many}`] as const) : ([one, many] as const);
    const known = counts.get(words[0]);
    if (known) known.count += 1;
    else counts.set(words[0], { count: 1, words });
  }
  const parts = [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.words[0] < b.words[0] ? -1 : 1))
    .map(({ count, words }) => `${count} ${count === 1 ? words[0] : words[1]}`);
  if (watchers.length > 0) parts.push(`${watchers.length} watcher${watchers.length === 1 ? '' : 's'}`);
  if (sources.length > 0) parts.push(`${codeOf(sources.map((source) => source.name))} code`);
  return parts.join(', ');
}

function codeOf(names: readonly string[]): string {
  if (names.length > 4) return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more sources'`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
}
