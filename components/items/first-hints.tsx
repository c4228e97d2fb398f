'use client';
import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { firstStepDone, noteFirstStep } from '@/components/shared/first-steps';
import { keysOf } from '@/components/shared/keyboard/registry';
import { usePlan } from '@/components/shared/plan-context';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';

const hints = [
  { keys: keysOf('palette.open'), words: 'looks anything up, typos and former names included' },
  { keys: keysOf('item.edit'), words: 'proposes an edit of this page' },
  { keys: keysOf('item.watch'), words: 'tells you when its meaning changes' },
] as const;

/** Three quiet hints below the first item somebody reads, where they push nothing away; once dismissed they are gone for good. */
export function FirstHints() {
  const place = usePlan();
  const [isShown, setShown] = useState(false);
  useEffect(() => setShown(!firstStepDone(place, 'hints-dismissed')), [place]);
  if (!isShown) return null;
  const dismiss = () => {
    noteFirstStep(place, 'hints-dismissed');
    setShown(false);
  };
  return (
    <aside
      aria-label="Hints"
      data-print="hide"
      className="sticky bottom-0 z-10 mt-auto flex shrink-0 flex-wrap items-center gap-x-6 gap-y-1 border-border border-t bg-bg px-4 py-1.5 text-muted text-sm max-sm:hidden lg:px-6"
    >
      {hints.map((hint) => (
        <span key={hint.words} className="flex items-center gap-2">
          <Kbd keys={hint.keys} /> {hint.words}
        </span>
      ))}
      <IconButton label="Do not show these hints again" onClick={dismiss} className="ml-auto">
        <X aria-hidden />
      </IconButton>
    </aside>
  );
}
