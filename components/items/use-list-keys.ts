'use client';
import { useCallback, useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { copyText } from '@/components/ui/copy-button';
import { notify } from '@/components/ui/toast';
import type { ItemRow } from '@/lib/contracts/items';
import { qualifiedName } from '@/lib/domain/plan/item';

export interface ListActions {
  readonly hrefOf: (item: ItemRow) => string;
  readonly open: (item: ItemRow) => void;
  readonly edit: (item: ItemRow) => void;
  readonly watch: (item: ItemRow) => void;
  readonly peek: (item: ItemRow | null) => void;
  readonly isPeeking: boolean;
}

/** The cursor and the selection of a list, moved by its keys. */
export function useListKeys(items: readonly ItemRow[], actions: ListActions) {
  const [active, setActive] = useState(-1);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const at = Math.min(active, items.length - 1);
  const current = items[at];
  const move = (step: number) => {
    const next = Math.max(0, Math.min(items.length - 1, at + step));
    setActive(next);
    const item = items[next];
    if (actions.isPeeking && item) actions.peek(item);
    return item;
  };
  const toggle = useCallback((item: ItemRow) => setSelected((before) => toggled(before, item.id)), []);
  const withCurrent = (run: (item: ItemRow) => void) => (event: KeyboardEvent) => {
    if (!current) return;
    event.preventDefault();
    run(current);
  };
  const moving = (step: number) => (event: KeyboardEvent) => {
    event.preventDefault();
    move(step);
  };
  useShortcut('list.next', moving(1));
  useShortcut('list.previous', moving(-1));
  useShortcut('list.open', withCurrent(actions.open));
  useShortcut(
    'list.peek',
    withCurrent((item) => actions.peek(actions.isPeeking ? null : item)),
  );
  useShortcut('list.select', withCurrent(toggle));
  useShortcut('list.select-next', (event) => {
    event.preventDefault();
    if (current) setSelected((before) => new Set(before).add(current.id));
    const item = move(1);
    if (item) setSelected((before) => new Set(before).add(item.id));
  });
  useShortcut('list.select-previous', (event) => {
    event.preventDefault();
    if (current) setSelected((before) => new Set(before).add(current.id));
    const item = move(-1);
    if (item) setSelected((before) => new Set(before).add(item.id));
  });
  useShortcut('list.select-all', (event) => {
    event.preventDefault();
    setSelected(new Set(items.map((item) => item.id)));
  });
  useShortcut('item.watch', withCurrent(actions.watch));
  useShortcut('item.edit', withCurrent(actions.edit));
  useShortcut(
    'item.copy-link',
    withCurrent((item) => void copied(new URL(actions.hrefOf(item), location.href).href, 'Link copied')),
  );
  useShortcut(
    'item.copy-name',
    withCurrent((item) => void copied(qualifiedName(item), 'Name copied')),
  );
  // The peek panel, when there is one, is the layer above and closes itself first.
  useShortcut('layer.close', () => setSelected(new Set()), { enabled: !actions.isPeeking && selected.size > 0 });
  return { active: at, setActive, selected, setSelected, toggle };
}

async function copied(text: string, words: string): Promise<void> {
  if (await copyText(text)) notify(words);
}

function toggled(before: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
