import { createSite } from '@/lib/adapters/exports/documentation-site-parts/create-site';
import { largeSnapshot } from './large-plan';
import { atMost, percentile, report } from './measure';

/** The documentation of a large plan: one page as a share link answers it, and every page as an export writes them. */
export async function benchDocumentationSite(): Promise<boolean> {
  const snapshot = largeSnapshot();
  const plan = { slug: 'large', name: 'Large', snapshot, ownerNames: new Map<string, string>() };
  const whole = createSite(plan, null);
  let startedAt = performance.now();
  for (const { text } of whole.files) if (text === '') throw new Error('a page is empty');
  const allMs = performance.now() - startedAt;
  const pages = whole.files.filter((_, at) => at % 70 === 3).map(({ path }) => path);
  const times = pages.map((path) => {
    startedAt = performance.now();
    if (!createSite(plan, 'Shared').file(path)?.text) throw new Error(`${path} is empty`);
    return performance.now() - startedAt;
  });
  return [
    atMost('documentation of 5,000 events, all pages', allMs / 1000, 30, 's'),
    atMost('documentation of 5,000 events, one page of a share link, p95', percentile(times, 0.95), 100, 'ms'),
  ]
    .map(report)
    .every((met) => met);
}
