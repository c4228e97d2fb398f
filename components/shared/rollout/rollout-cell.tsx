'use client';
import { ChevronDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Dialog } from '@/components/ui/dialog';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import type { RolloutCellView } from '@/lib/contracts/rollout';
import {
  isLive,
  planned,
  type RolloutFacts,
  type RolloutState,
  rolloutStates,
  rolloutWords,
} from '@/lib/domain/rollout/rollout';
import { cellWords } from './cell-words';

export interface RolloutCellProps {
  readonly cell: RolloutCellView;
  /** "Order Completed in iOS". */
  readonly name: string;
  readonly refusal: string | undefined;
  readonly onChange: (facts: RolloutFacts) => void;
}

/** One state to set by a menu; what needs a version or a day asks for it. */
export function RolloutCell({ cell, name, refusal, onChange }: RolloutCellProps) {
  const [asking, setAsking] = useState<'released' | 'seen-live' | null>(null);
  const words = cellWords(cell);
  const by = cell.by ? `Set by ${cell.by.name}${cell.note === '' ? '' : `: ${cell.note}`}` : undefined;
  const style = cn(isLive(cell) ? 'text-added' : cell.state === 'planned' ? 'text-muted' : '');
  if (refusal)
    return (
      <span title={by} className={cn('px-2', style)}>
        {words}
      </span>
    );
  const { state: _state, ...known } = factsOf(cell);
  const pick = (state: RolloutState) => {
    if (state === 'released' || state === 'seen-live') setAsking(state);
    else onChange({ ...known, state });
  };
  return (
    <>
      <DropdownMenu
        label={name}
        align="start"
        trigger={
          <Button variant="ghost" size="toolbar" title={by} aria-label={`${name}: ${words}`} className={style}>
            {words}
            <ChevronDown aria-hidden className="size-3" />
          </Button>
        }
      >
        {rolloutStates.map((state) => (
          <MenuItem key={state} onSelect={() => pick(state)}>
            {rolloutWords[state]}
            {state === 'released' || state === 'seen-live' ? '…' : ''}
          </MenuItem>
        ))}
      </DropdownMenu>
      <Dialog
        open={asking !== null}
        onOpenChange={(open) => (open ? undefined : setAsking(null))}
        size="small"
        title={asking === 'released' ? `${name}: released` : `${name}: seen live`}
        description="From this day on the source counts as sending what the change says."
      >
        {asking ? (
          <FactsForm
            state={asking}
            cell={cell}
            onDone={(facts) => {
              setAsking(null);
              onChange(facts);
            }}
          />
        ) : null}
      </Dialog>
    </>
  );
}

function factsOf(cell: RolloutCellView): RolloutFacts {
  const { version, releasedOn, seenOn, note, state } = cell;
  return { ...planned, state, version, releasedOn, seenOn, note };
}

interface FormProps {
  readonly state: 'released' | 'seen-live';
  readonly cell: RolloutCellView;
  readonly onDone: (facts: RolloutFacts) => void;
}

function FactsForm({ state, cell, onDone }: FormProps) {
  const today = new Date().toISOString().slice(0, 10);
  const isReleased = state === 'released';
  const [version, setVersion] = useState(cell.version);
  const [day, setDay] = useState((isReleased ? cell.releasedOn : cell.seenOn) ?? today);
  const [isTried, setTried] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const isMissing = isReleased && version.trim() === '';
  const send = () => {
    setTried(true);
    if (isMissing) {
      box.current?.focus();
      return;
    }
    const days = isReleased ? { releasedOn: day, seenOn: null } : { releasedOn: cell.releasedOn, seenOn: day };
    onDone({ state, version: version.trim(), note: cell.note, ...days });
  };
  useShortcut('form.submit', send, { inLayer: true });
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label="Version of the code"
        required={isReleased}
        error={isTried && isMissing ? 'Say in which version it was released.' : undefined}
      >
        {(control) => (
          <Input
            {...control}
            ref={box}
            maxLength={100}
            value={version}
            onChange={(event) => setVersion(event.target.value)}
          />
        )}
      </Field>
      <Field label={isReleased ? 'Released on' : 'Seen live on'} required>
        {(control) => (
          <Input {...control} type="date" value={day} onChange={(event) => setDay(event.target.value || today)} />
        )}
      </Field>
      <Button type="submit" variant="primary" className="self-end">
        {rolloutWords[state]}
        <Kbd keys={keysOf('form.submit')} />
      </Button>
    </form>
  );
}
