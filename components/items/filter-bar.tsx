'use client';
import { ListFilter } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { DropdownMenu, MenuItem, MenuLabel } from '@/components/ui/dropdown-menu';
import { Input } from '@/components/ui/input';
import type { ItemList } from '@/lib/contracts/items';
import { type FilterIssue, formatFilter, parseFilter, withoutPart } from '@/lib/domain/plan-query/filter';

/** Conditions offered by the menu; each is the text that one would type. */
export interface FilterOffer {
  readonly label: string;
  readonly text: string;
}

export interface FilterBarProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (filter: string) => void;
  readonly offers: readonly FilterOffer[];
  readonly issues: ItemList['issues'];
}

/** A filter that is typed or chosen: conditions become chips, words narrow while one types. */
export function FilterBar({ label, value, onChange, offers, issues }: FilterBarProps) {
  const box = useRef<HTMLInputElement>(null);
  const { filter } = parseFilter(value);
  const words = formatFilter({ terms: [], words: filter.words });
  const [typed, setTyped] = useState(words);
  const sent = useRef(words);
  useShortcut('filter.focus', (event) => {
    event.preventDefault();
    box.current?.focus();
  });
  // The address can change from outside: Back, a chip, a link.
  useEffect(() => {
    if (words !== sent.current) {
      sent.current = words;
      setTyped(words);
    }
  }, [words]);
  const send = (text: string, finished: boolean) => {
    const { filter: fresh, issues: wrong } = parseFilter(text);
    const hasTerm = fresh.terms.length > 0 && (finished || /[\s,]$/u.test(text));
    if (!finished && !hasTerm && (fresh.terms.length > 0 || wrong.length > 0)) return;
    const next = formatFilter({ terms: [...filter.terms, ...fresh.terms], words: fresh.words });
    sent.current = formatFilter({ terms: [], words: fresh.words });
    if (hasTerm || finished) setTyped(wrong.length > 0 ? text : sent.current);
    onChange(next);
  };
  const problems: readonly Pick<FilterIssue, 'part' | 'message'>[] =
    typed === words ? issues : parseFilter(typed.trim()).issues;
  return (
    <search aria-label={label} className="flex min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:basis-full">
      <DropdownMenu
        trigger={
          <Button size="toolbar" variant="ghost">
            <ListFilter aria-hidden />
            Filter
          </Button>
        }
      >
        <MenuLabel>Show only</MenuLabel>
        {offers.map((offer) => (
          <MenuItem key={offer.text} onSelect={() => onChange(`${value} ${offer.text}`.trim())}>
            {offer.label}
          </MenuItem>
        ))}
      </DropdownMenu>
      {filter.terms.map((term, index) => {
        const text = formatFilter({ terms: [term], words: [] });
        return (
          <Chip
            key={text}
            removeLabel={`Remove ${text}`}
            onRemove={() => onChange(formatFilter(withoutPart(filter, index)))}
          >
            <span className="font-mono text-sm">{text}</span>
          </Chip>
        );
      })}
      <Input
        ref={box}
        type="search"
        aria-label={label}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby="filter-problem"
        placeholder="Words, or owner:me stage:activation changed:<30d"
        className="h-toolbar min-w-48 max-w-md flex-1"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          send(event.target.value, false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(typed, true);
          if (event.key === 'Backspace' && typed === '' && filter.terms.length > 0)
            onChange(formatFilter(withoutPart(filter, filter.terms.length - 1)));
          if (event.key === 'Escape') {
            event.preventDefault();
            event.currentTarget.blur();
            event.stopPropagation();
          }
        }}
      />
      <p id="filter-problem" role="status" className="w-full text-changed text-sm empty:hidden">
        {problems[0]?.message}
      </p>
    </search>
  );
}
