'use client';
import { useTheme } from 'next-themes';
import { useMemo } from 'react';
import { type ShortcutHandler, useActiveHandlers } from '@/components/shared/keyboard/handlers';
import { keysOf, shortcutOf } from '@/components/shared/keyboard/registry';
import { planHref, proposeHref } from '@/components/shared/plan-href';
import type { PlanPlace } from '@/lib/client/items';
import { allPlaces } from '../navigation';
import type { PaletteOption } from './option';
import { fitsWords } from './read-query';
import { ActionRow } from './rows';

/** Movements and layers: no one looks for them by name. */
const unlisted =
  /^(palette\.open|layer\.close|go\.|list\.(next|previous|select-next|select-previous)|item\.propose|form\.(undo|redo))/;

const proposals = [
  { kind: 'event', label: 'Propose an event' },
  { kind: 'property', label: 'Propose a property' },
  { kind: 'consumer', label: 'Add a consumer' },
] as const;

interface Action {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly href?: string;
  readonly run?: () => void;
}

function actionOf(handler: ShortcutHandler): Action {
  const { label } = shortcutOf(handler.id);
  // Run after the palette has closed and focus is back where the action belongs.
  const run = () => setTimeout(() => handler.run(new KeyboardEvent('keydown')), 0);
  return { id: handler.id, label, keys: keysOf(handler.id), run };
}

/** What can be done: on this screen, to begin something, to go somewhere, to change how it looks. */
export function useActions(place: PlanPlace, words: string): PaletteOption[] {
  const handlers = useActiveHandlers();
  const { setTheme } = useTheme();
  const { workspace, plan } = place;
  const actions = useMemo<Action[]>(() => {
    const here = new Map(
      handlers.filter((handler) => !unlisted.test(handler.id)).map((handler) => [handler.id, actionOf(handler)]),
    );
    return [
      ...here.values(),
      ...proposals.map(({ kind, label }) => ({
        id: `propose.${kind}`,
        label,
        href: proposeHref({ workspace, plan }, { kind }),
        ...(kind === 'event' ? { keys: keysOf('item.propose') } : {}),
      })),
      { id: 'import', label: 'Import a spreadsheet', href: planHref({ workspace, plan }, 'imports') },
      ...allPlaces(workspace, plan).map((to) => ({
        id: `go.${to.id}`,
        label: `Go to ${to.label.toLowerCase()}`,
        href: to.href,
        ...(to.shortcut ? { keys: keysOf(to.shortcut) } : {}),
      })),
      { id: 'theme.light', label: 'Light theme', run: () => setTheme('light') },
      { id: 'theme.dark', label: 'Dark theme', run: () => setTheme('dark') },
      { id: 'theme.system', label: 'Theme of the system', run: () => setTheme('system') },
    ];
  }, [handlers, workspace, plan, setTheme]);
  return actions
    .filter((action) => words === '' || fitsWords(action.label, words))
    .map(({ id, label, keys, href, run }) => ({
      value: `action:${id}`,
      content: <ActionRow label={label} keys={keys} />,
      ...(href ? { href } : {}),
      ...(run ? { run } : {}),
    }));
}
