'use client';
import { Copy, Eye, FileText, Link2, PencilLine, SquareArrowOutUpRight } from 'lucide-react';
import { proposeHref } from '@/components/shared/plan-href';
import { copyText } from '@/components/ui/copy-button';
import { notify, notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { useWatchItem } from '@/lib/client/watches';
import type { FoundItem, PaletteGroup } from './option';
import { ActionRow } from './rows';

async function copy(text: string, done: string) {
  if (await copyText(text)) notify(done);
  else notifyFailure('The browser refused to copy');
}

/** What can be done with an item without opening it. */
export function useItemActions(place: PlanPlace, item: FoundItem | undefined, href: string): PaletteGroup[] {
  const watch = useWatchItem(place);
  if (!item) return [];
  const startWatching = () =>
    watch.mutate(
      { targetId: item.id, watching: true },
      {
        onSuccess: () =>
          notify(`You watch ${item.name}`, { undo: () => watch.mutate({ targetId: item.id, watching: false }) }),
        onError: (error) =>
          notifyFailure(`${item.name} is not watched`, { description: wordsFor(error), retry: startWatching }),
      },
    );
  return [
    {
      label: item.name,
      options: [
        { value: 'do:open', href, content: <ActionRow icon={FileText} label="Open" /> },
        {
          value: 'do:tab',
          run: () => window.open(href, '_blank', 'noopener'),
          content: <ActionRow icon={SquareArrowOutUpRight} label="Open in a new tab" />,
        },
        {
          value: 'do:edit',
          href: proposeHref(place, { item: item.id }),
          content: <ActionRow icon={PencilLine} label="Propose edit" />,
        },
        { value: 'do:watch', run: startWatching, content: <ActionRow icon={Eye} label="Watch" /> },
        {
          value: 'do:name',
          run: () => copy(item.name, 'Name copied'),
          content: <ActionRow icon={Copy} label="Copy name" />,
        },
        {
          value: 'do:link',
          run: () => copy(new URL(href, window.location.href).href, 'Link copied'),
          content: <ActionRow icon={Link2} label="Copy link" />,
        },
      ],
    },
  ];
}
