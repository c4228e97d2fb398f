import { Pencil } from 'lucide-react';
import Link from 'next/link';
import { AtBar } from '@/components/shared/frame-bars';
import { keysOf } from '@/components/shared/keyboard/registry';
import { LifecycleBadge } from '@/components/shared/lifecycle-badge';
import { OwnerChip } from '@/components/shared/person-chip';
import { itemHref, planHref, proposeHref } from '@/components/shared/plan-href';
import { VersionBadge } from '@/components/shared/version-badge';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LinkTabs, tabStyle } from '@/components/ui/link-tabs';
import { PageHeader } from '@/components/ui/page-header';
import type { ItemView } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { AtControl } from './at-control';
import { ItemMenu } from './item-menu';
import { WatchButton } from './watch-button';
import { widerTargets } from './wider-targets';

export const itemTabs = ['reference', 'history', 'impact'] as const;
export type ItemTab = (typeof itemTabs)[number];
const tabLabels: Record<ItemTab, string> = { reference: 'Reference', history: 'History', impact: 'Impact' };

export interface ItemHeaderProps {
  readonly place: { readonly workspace: string; readonly plan: string };
  readonly view: ItemView;
  readonly tab: ItemTab;
  readonly at: string | null;
}

/** The head of an item's page: what it is called, where it stands, who answers for it, and what can be done. */
export function ItemHeader({ place, view, tab, at }: ItemHeaderProps) {
  const { item } = view;
  const { label, plural, slug } = kinds[item.kind];
  const address = (to: ItemTab) => {
    const href = itemHref(place, item, at);
    return to === 'reference' ? href : `${href}${href.includes('?') ? '&' : '?'}tab=${to}`;
  };
  return (
    <PageHeader
      size="item"
      trail={
        <>
          <Link href={planHref(place, slug)} className="hover:text-text hover:underline">
            {plural}
          </Link>
          {item.namespace === null ? null : <span className="font-mono"> / {item.namespace}</span>}
        </>
      }
      title={<span className="font-mono">{item.name}</span>}
      state={
        <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
          <CopyButton value={qualifiedName(item)} label="Copy name" keys={keysOf('item.copy-name')} />
          <LifecycleBadge state={view.lifecycle.state} />
          <VersionBadge version={view.version} />
          {item.content.displayName !== '' && item.content.displayName !== item.name ? (
            <span dir="auto">{item.content.displayName}</span>
          ) : null}
          <OwnerChip owner={view.owner} />
        </span>
      }
      secondary={
        <>
          <AtControl headRelease={view.headRelease} />
          <WatchButton
            itemId={item.id}
            name={item.name}
            watching={view.watching}
            level={view.watchLevel}
            watchers={view.watchers}
            wider={widerTargets(view)}
          />
          {at === null ? <ItemMenu item={{ id: item.id, name: qualifiedName(item) }} /> : null}
        </>
      }
      primary={
        <Button asChild variant="primary">
          <Link href={proposeHref(place, { item: item.id })} aria-keyshortcuts="e">
            <Pencil aria-hidden />
            Propose edit
          </Link>
        </Button>
      }
      bars={
        <>
          {at !== null && view.releasedAt ? (
            <AtBar release={view.release} at={view.releasedAt} backHref={itemHref(place, item)} />
          ) : null}
          <LinkTabs label={`${label} views`} className="px-4 lg:px-6">
            {itemTabs.map((one) => (
              <Link
                key={one}
                href={address(one)}
                className={tabStyle}
                {...(one === tab ? { 'aria-current': 'page' as const } : {})}
              >
                {tabLabels[one]}
              </Link>
            ))}
          </LinkTabs>
        </>
      }
    />
  );
}
