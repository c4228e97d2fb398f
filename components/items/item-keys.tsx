'use client';
import { useRouter } from 'next/navigation';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { itemHref, proposeHref } from '@/components/shared/plan-href';
import { copyText } from '@/components/ui/copy-button';
import { notify } from '@/components/ui/toast';
import type { ItemRef } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';
import { recallList } from './list-cursor';

/** The keys of an item's page: edit, copy, blame of the focused part, next and previous of the list one came from. */
export function ItemKeys({ item, at }: { item: ItemRef; at: string | null }) {
  const plan = usePlan();
  const router = useRouter();
  useShortcut('item.edit', () => router.push(proposeHref(plan, { item: item.id })));
  useShortcut(
    'item.copy-link',
    () =>
      void copyText(new URL(itemHref(plan, item, at), location.href).href).then(
        (done) => done && notify('Link copied'),
      ),
  );
  useShortcut('item.copy-name', () => void copyText(qualifiedName(item)).then((done) => done && notify('Name copied')));
  useShortcut('item.actions', (event) => {
    const section =
      document.activeElement?.closest('section') ?? document.querySelector(':hover > section:hover, section:hover');
    const button =
      section?.querySelector<HTMLButtonElement>('[data-blame]') ??
      document.querySelector<HTMLButtonElement>('[data-blame]');
    event.preventDefault();
    button?.click();
  });
  const step = (by: number) => {
    const cursor = recallList(plan);
    const index = cursor?.items.findIndex((one) => one.id === item.id) ?? -1;
    const next = index < 0 ? undefined : cursor?.items[index + by];
    if (next) router.push(next.href);
    else notify(index < 0 ? 'You did not come from a list' : by > 0 ? 'This is the last one' : 'This is the first one');
  };
  useShortcut('item.next', () => step(1));
  useShortcut('item.previous', () => step(-1));
  return null;
}
