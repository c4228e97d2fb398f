import type { ReactNode } from 'react';
import { safeAddress } from '@/components/ui/safe-address';
import type { ItemView } from '@/lib/contracts/items';

/** What a fact is called, and what it is. */
export type Fact = readonly [label: string, value: ReactNode];

/** Name and value, side by side; what has no value is left out. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
  const known = rows.filter(([, value]) => value !== null && value !== '' && value !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-base">
      {known.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-subtle text-sm leading-[1.375rem]">{label}</dt>
          <dd className="min-w-0 break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Whether there is anything to end with. */
export function hasClosingFacts({ item: { content } }: ItemView): boolean {
  const { displayName, tags, reviewBy, links, extras } = content;
  return displayName !== '' || tags.length > 0 || reviewBy !== null || links.length > 0 || extras.length > 0;
}

/** What every kind ends with: its own facts first, then tags, links, review date, facts of foreign formats. */
export function ClosingFacts({ view, own = [] }: { view: ItemView; own?: readonly Fact[] }) {
  const { content } = view.item;
  return (
    <Facts
      rows={[
        ...own,
        ['Display name', content.displayName],
        ['Tags', content.tags.join(', ')],
        ['Review by', content.reviewBy],
        [
          'Links',
          content.links.length === 0 ? null : (
            <ul key="links">
              {content.links.map((link) => (
                <li key={link.url}>
                  <a
                    href={safeAddress(link.url)}
                    target="_blank"
                    rel="noopener noreferrer nofollow ugc"
                    className="break-all text-accent underline underline-offset-2"
                  >
                    {link.label || link.url}
                  </a>
                </li>
              ))}
            </ul>
          ),
        ],
        ...content.extras.map((extra) => [extra.key, extra.value] as const),
      ]}
    />
  );
}
