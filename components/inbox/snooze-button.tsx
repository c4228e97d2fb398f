'use client';
import { Clock } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { Popover } from '@/components/ui/popover';
import { firstDay, morningOn, nextMonday, tomorrow } from './snooze-times';

const when = (at: Date) =>
  new Intl.DateTimeFormat(undefined, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);

export interface SnoozeButtonProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSnooze: (until: Date) => void;
}

/** Puts an entry off until tomorrow, Monday or a day of one's own; `1`, `2` and `3` choose while it is open. */
export function SnoozeButton({ open, onOpenChange, onSnooze }: SnoozeButtonProps) {
  return (
    <Popover
      label="Snooze until"
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      trigger={
        <Button>
          <Clock aria-hidden />
          Snooze
          <Kbd keys={keysOf('inbox.snooze')} className="max-lg:hidden" />
        </Button>
      }
    >
      {open ? <Choices onSnooze={onSnooze} /> : null}
    </Popover>
  );
}

const choiceStyle =
  'flex h-control w-full items-center gap-2 rounded-control px-2 text-left text-sm hover:bg-hover focus-visible:bg-hover touch:h-11';

function Choices({ onSnooze }: { onSnooze: (until: Date) => void }) {
  const [now] = useState(() => new Date());
  const [day, setDay] = useState('');
  const [problem, setProblem] = useState<string>();
  const date = useRef<HTMLInputElement>(null);
  const choices = [
    { key: '1', label: 'Tomorrow', at: tomorrow(now) },
    { key: '2', label: 'Monday', at: nextMonday(now) },
  ];
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.metaKey || event.ctrlKey || event.altKey) return;
    const chosen = choices.find((choice) => choice.key === event.key);
    if (chosen) onSnooze(chosen.at);
    if (event.key === '3') date.current?.focus();
    if (chosen || event.key === '3') event.preventDefault();
  };
  const submit = () => {
    const until = morningOn(day, new Date());
    if (until) onSnooze(until);
    else setProblem('Choose a day that is still to come.');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys 1, 2 and 3 belong to the layer; each of them has a control.
    <div onKeyDown={press} className="flex flex-col gap-2">
      <ul>
        {choices.map((choice) => (
          <li key={choice.key}>
            <button type="button" className={choiceStyle} onClick={() => onSnooze(choice.at)}>
              <span className="flex-1">{choice.label}</span>
              <span className="text-subtle text-xs">{when(choice.at)}</span>
              <Kbd keys={choice.key} />
            </button>
          </li>
        ))}
      </ul>
      <form
        className="flex items-end gap-2 border-border border-t px-2 pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label="Until a date" aside={<Kbd keys="3" />} error={problem} required className="flex-1">
          {(control) => (
            <Input
              {...control}
              ref={date}
              type="date"
              min={firstDay(now)}
              value={day}
              onChange={(event) => setDay(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit">Snooze</Button>
      </form>
    </div>
  );
}
