'use client';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { PersonChip } from '@/components/shared/person-chip';
import { announce } from '@/components/ui/announce';
import { cn } from '@/components/ui/cn';
import { layerStyle, rowStyle } from '@/components/ui/layer-style';
import { memberChoicesOptions } from '@/lib/client/members';
import { type Named, suggestedPeople, typedName } from './mentions';

interface MentionsInput {
  readonly workspace: string;
  readonly box: RefObject<HTMLTextAreaElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly isFocused: boolean;
}

/** Offers members while a name is typed after an `@`: what the text box needs, and the list to put below it. */
export function useMentions({ workspace, box, text, onText, isFocused }: MentionsInput) {
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<string | null>(null);
  const typed = isFocused ? typedName(text, caret) : null;
  const members = useQuery({ ...memberChoicesOptions(workspace), enabled: typed !== null });
  const people = typed === null || dismissed === text ? [] : suggestedPeople(typed, members.data?.items ?? []);
  const at = Math.min(active, people.length - 1);
  const isOpen = people.length > 0;
  useEffect(() => {
    if (people.length === 0) return;
    announce(people.length === 1 ? 'One person to mention' : `${people.length} people to mention`);
    document.getElementById(listId)?.scrollIntoView({ block: 'nearest' });
  }, [people.length, listId]);

  const follow = () => {
    setCaret(box.current?.selectionStart ?? 0);
    setActive(0);
  };
  const choose = (person: Named) => {
    const start = caret - (typed?.length ?? 0);
    const before = `${text.slice(0, start)}${person.name} `;
    onText(`${before}${text.slice(caret).replace(/^ /u, '')}`);
    setCaret(before.length);
    // The box has the new text only after the next paint; its caret would jump to the end.
    requestAnimationFrame(() => {
      box.current?.focus();
      box.current?.setSelectionRange(before.length, before.length);
    });
  };
  /** @returns whether the key was for the list */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return false;
    const person = people[at];
    if (event.key === 'ArrowDown') setActive((at + 1) % people.length);
    else if (event.key === 'ArrowUp') setActive((at - 1 + people.length) % people.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && person && !event.shiftKey) choose(person);
    else if (event.key === keysOf('layer.close')) setDismissed(text);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const optionId = (index: number) => `${listId}-${index}`;
  return {
    onKeyDown,
    follow,
    control: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? optionId(at) : undefined,
    },
    list: isOpen ? (
      <ul
        id={listId}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the box above keeps the keyboard and points at the options.
        role="listbox"
        aria-label="People to mention"
        className={cn(layerStyle, 'absolute top-full left-0 mt-1 max-h-60 w-64 max-w-full')}
      >
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the box.
          // biome-ignore lint/a11y/useFocusableInteractive: the box keeps the focus.
          <li
            key={person.id}
            id={optionId(index)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an option of the list above.
            role="option"
            aria-selected={index === at}
            data-selected={index === at}
            className={rowStyle}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
          >
            <PersonChip name={person.name} />
          </li>
        ))}
      </ul>
    ) : null,
  };
}
