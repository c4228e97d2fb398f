'use client';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { KindIcon } from '@/components/shared/kind-icon';
import { cn } from '@/components/ui/cn';
import type { FieldControl } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { layerStyle, rowStyle } from '@/components/ui/layer-style';
import type { SearchDocument } from '@/lib/contracts/search';
import { closeNames } from '@/lib/domain/conventions/near-duplicates-of';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { searchIndex } from '@/lib/domain/search/search-index';
import { foldName } from '@/lib/kit/fold';
import { nameOf, useForm } from './form-context';

export interface ItemSearchProps {
  readonly kinds: readonly ItemKind[];
  /** Ids that are not offered, since they are chosen already. */
  readonly without?: readonly string[];
  readonly onPick: (id: string, document: SearchDocument | null) => void;
  /** Offers what was typed as a new thing. */
  readonly onCreate?: ((name: string) => void) | undefined;
  readonly placeholder: string;
  readonly control?: Partial<FieldControl>;
  readonly 'aria-label'?: string;
}

const mostShown = 8;

interface Option {
  readonly id: string;
  readonly document: SearchDocument | null;
}

/** Items by typing: arrows move, Enter takes, and the box is ready for the next one. */
export function ItemSearch({ kinds, without = [], onPick, onCreate, placeholder, control, ...aria }: ItemSearchProps) {
  const { index, documents } = useForm();
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const typed = query.trim();
  const found = useMemo(() => {
    const fits = (document: SearchDocument) => kinds.includes(document.kind) && !without.includes(document.id);
    if (typed === '') return documents.filter(fits).slice(0, mostShown);
    return index
      ? searchIndex(index, typed, 60)
          .map((hit) => hit.document)
          .filter(fits)
          .slice(0, mostShown)
      : [];
  }, [typed, index, documents, kinds, without]);
  const canCreate =
    onCreate !== undefined && index !== undefined && typed !== '' && !found.some((document) => document.name === typed);
  const existing: Option[] = found.map((document) => ({ id: document.id, document }));
  const fresh: Option[] = canCreate ? [{ id: 'create', document: null }] : [];
  // What was found by its meaning or values only must not be taken by Enter in place of the name that was typed.
  const isNamed = closeNames(typed, found, (document) => document.name, 1).length > 0 || found.some(bears(typed));
  const options = isNamed ? [...existing, ...fresh] : [...fresh, ...existing];
  const shown = open && (options.length > 0 || typed !== '');
  const take = (option: Option | undefined) => {
    if (!option) return;
    if (option.document) onPick(option.document.id, option.document);
    else onCreate?.(typed);
    setQuery('');
    setOpen(false);
    setActive(0);
    box.current?.focus();
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) setOpen(true);
      else setActive((at) => (at + (event.key === 'ArrowDown' ? 1 : options.length - 1)) % Math.max(1, options.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (shown) take(options[active]);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };
  return (
    <div className="relative min-w-0">
      <Input
        {...control}
        {...aria}
        ref={box}
        role="combobox"
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && options[active] ? `${listId}-${active}` : undefined}
        autoComplete="off"
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={press}
      />
      {shown ? (
        <div
          id={listId}
          role="listbox"
          aria-label={placeholder}
          className={cn(layerStyle, 'absolute top-full left-0 mt-1 max-h-72 w-full min-w-64')}
        >
          {options.map((option, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the box, which keeps the focus.
            <div
              key={option.id}
              id={`${listId}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              data-selected={at === active}
              className={rowStyle}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(option)}
            >
              {option.document ? <Found document={option.document} /> : <span>Create “{typed}”</span>}
            </div>
          ))}
          {options.length === 0 ? (
            <p className="px-2 py-2 text-muted">{index ? 'Nothing fits.' : 'Reading the plan …'}</p>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** Whether the typed letters stand in an item's name. */
function bears(typed: string): (document: SearchDocument) => boolean {
  const letters = foldName(typed);
  return ({ name }) => foldName(name).includes(letters);
}

function Found({ document }: { document: SearchDocument }) {
  return (
    <>
      <KindIcon kind={document.kind} />
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate font-mono">{nameOf(document)}</span>
        {document.meaning ? <span className="truncate text-subtle text-xs">{document.meaning}</span> : null}
      </span>
    </>
  );
}
