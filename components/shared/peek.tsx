'use client';
import { Maximize2, X } from 'lucide-react';
import Link from 'next/link';
import { parseAsString, useQueryState } from 'nuqs';
import { type CSSProperties, type ReactNode, useCallback, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '@/components/ui/icon-button';
import { Tooltip } from '@/components/ui/tooltip';
import { useShortcut } from './keyboard/use-shortcut';
import { PeekDivider, usePeekWidth } from './peek-width';

const slotId = 'peek-slot';

/**
 * The place at the right of the content where a peek panel appears. Panels find it in the document: a state around the page
 * that holds it would draw the page again as soon as it has arrived.
 */
export function PeekSlot() {
  return <div id={slotId} className="contents" data-print="hide" />;
}

/** What is peeked at, as the address says (`?peek=`), and how to change it. */
export function usePeek(): { peek: string | null; open: (id: string) => void; close: () => void } {
  const [peek, setPeek] = useQueryState('peek', parseAsString.withOptions({ history: 'replace', shallow: true }));
  const open = useCallback((id: string) => void setPeek(id), [setPeek]);
  const close = useCallback(() => void setPeek(null), [setPeek]);
  return { peek, open, close };
}

export interface PeekPanelProps {
  title: ReactNode;
  /** Names the panel, such as the item's name. */
  label: string;
  /** The full page of the same thing. */
  href: string;
  onClose: () => void;
  /** Badges behind the title. */
  state?: ReactNode;
  children: ReactNode;
}

/**
 * A thing beside the list it stands in. It takes no focus, so the list's keys go on; Esc closes it.
 * Below 1,024 px it fills the page.
 */
export function PeekPanel(props: PeekPanelProps) {
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => setSlot(document.getElementById(slotId)), []);
  return slot ? createPortal(<Panel {...props} />, slot) : null;
}

function Panel({ title, label, href, onClose, state, children }: PeekPanelProps) {
  const [width, setWidth] = usePeekWidth();
  useShortcut('layer.close', onClose);
  return (
    <aside
      aria-label={`Peek: ${label}`}
      style={{ '--peek': `${width}px` } as CSSProperties}
      className="relative flex h-dvh w-(--peek) shrink-0 animate-[layer-in_160ms] flex-col border-border border-l bg-bg max-lg:fixed max-lg:inset-0 max-lg:z-30 max-lg:w-full max-lg:border-l-0"
    >
      <PeekDivider width={width} onWidth={setWidth} />
      <header className="flex min-h-header items-center gap-2 border-border border-b px-4 py-2">
        <h2 className="min-w-0 flex-1 break-words font-semibold text-md">{title}</h2>
        {state}
        <Tooltip label="Open the full page" keys="Enter">
          <Link
            href={href}
            aria-label="Open the full page"
            className="hit-area inline-flex size-toolbar items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text"
          >
            <Maximize2 aria-hidden className="size-4" />
          </Link>
        </Tooltip>
        <IconButton label="Close the panel" keys="Escape" onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 py-4">{children}</div>
    </aside>
  );
}
