'use client';
import { useEffect } from 'react';
import { activeHandlers } from '@/components/shared/keyboard/handlers';
import { pressName } from '@/components/shared/keyboard/press';
import { shortcutOf } from '@/components/shared/keyboard/registry';
import { type FocusedControl, mayAct } from '@/components/shared/keyboard/rules';
import { type Begun, step } from '@/components/shared/keyboard/sequence';
import { currentPreference } from '@/components/shared/preferences';
import { useIsApple } from '@/components/ui/kbd';

const layers = '[role="dialog"]:not([data-non-modal]), [role="alertdialog"], [role="menu"], [role="listbox"]';

function focusOf(target: EventTarget | null): FocusedControl {
  const element = target instanceof HTMLElement ? target : document.body;
  return {
    tag: element.tagName.toLowerCase(),
    role: element.getAttribute('role'),
    inputType: element instanceof HTMLInputElement ? element.type : null,
    isEditable: element.isContentEditable,
    inLayer: element.closest(layers) !== null,
  };
}

/** Radix forbids Enter on a checkbox and a radio button, whatever is held with it: that is no use of the key. */
function isRefusal(event: KeyboardEvent, { role }: FocusedControl): boolean {
  return event.key === 'Enter' && (event.metaKey || event.ctrlKey) && (role === 'checkbox' || role === 'radio');
}

/** Hears every key press of the page and lets the one shortcut act that may; once, in the shell. */
export function KeyboardListener() {
  const isApple = useIsApple();
  useEffect(() => {
    let begun: Begun | undefined;
    const hear = (event: KeyboardEvent) => {
      const name = pressName(event, isApple);
      if (name === undefined) return;
      const focus = focusOf(event.target);
      if (event.defaultPrevented && !isRefusal(event, focus)) return;
      const singleKeysOn = currentPreference('singleKeys') === 'on';
      const able = activeHandlers().filter((handler) =>
        mayAct(shortcutOf(handler.id), event, focus, {
          singleKeysOn,
          isPending: handler.isPending,
          handlerInLayer: handler.inLayer,
        }),
      );
      const outcome = step(
        able.flatMap((handler) => shortcutOf(handler.id).keys),
        begun,
        name,
        event.timeStamp,
      );
      begun = outcome.begun;
      const keys = outcome.keys;
      if (keys === undefined) return;
      const handler = able.findLast((candidate) => shortcutOf(candidate.id).keys.includes(keys));
      if (!handler) return;
      event.preventDefault();
      handler.run(event);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isApple]);
  return null;
}
