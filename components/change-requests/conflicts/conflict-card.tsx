'use client';
import Link from 'next/link';
import { type KeyboardEvent, useId } from 'react';
import { keysOf, type ShortcutId } from '@/components/shared/keyboard/registry';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { RelativeTime } from '@/components/ui/relative-time';
import { Textarea } from '@/components/ui/textarea';
import type { ConflictView } from '@/lib/contracts/conflicts';
import { type Decision, type Side, type Way, waysOf } from './choices';
import { MarkedText } from './marked-text';

const keys: Record<Side, ShortcutId> = {
  theirs: 'conflict.theirs',
  yours: 'conflict.yours',
  written: 'conflict.write',
};

export interface ConflictCardProps {
  readonly conflict: ConflictView;
  /** Such as "2 of 5". */
  readonly place: string;
  readonly decision: Decision | undefined;
  readonly isActive: boolean;
  /** The reader may not decide. */
  readonly isLocked: boolean;
  readonly error: string | undefined;
  readonly onPoint: () => void;
  readonly onDecide: (decision: Decision) => void;
}

/** One clash: what stood there, what each side made of it and why, and the choice between them. */
export function ConflictCard({
  conflict,
  place,
  decision,
  isActive,
  isLocked,
  error,
  onPoint,
  onDecide,
}: ConflictCardProps) {
  const ways = waysOf(conflict);
  const group = useId();
  const isText = conflict.base !== null || conflict.theirs !== null || conflict.yours !== null;
  const take = (side: Side) => onDecide({ take: side, text: decision?.text || conflict.yours || '' });
  const written = ways.find((way) => way.side === 'written');
  return (
    <section
      id={`conflict-${conflict.key}`}
      tabIndex={-1}
      aria-labelledby={`${group}-title`}
      onFocusCapture={onPoint}
      className={cn(
        'flex scroll-mt-20 flex-col gap-4 rounded-card border border-border p-4 focus-visible:outline-2',
        isActive && 'border-accent',
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 id={`${group}-title`} className="min-w-0 break-words font-semibold text-base">
          <span className="font-mono">{conflict.name}</span> · {conflict.label}
        </h2>
        <span className="ml-auto text-sm text-subtle tabular-nums">{place}</span>
        <p className="basis-full text-muted text-sm">{conflict.words}</p>
      </div>
      {conflict.base !== null ? (
        <div className="flex flex-col gap-1">
          <h3 className="font-medium text-subtle text-xs">Both began with</h3>
          <MarkedText text={conflict.base} base={null} mono={!conflict.prose} />
        </div>
      ) : null}
      <fieldset disabled={isLocked} className="flex min-w-0 flex-col gap-3">
        <legend className="sr-only">What should stand there</legend>
        <div className="grid gap-3 md:grid-cols-2">
          {ways
            .filter((way) => way.side !== 'written')
            .map((way) => (
              <WayCard
                key={way.side}
                way={way}
                group={group}
                isChosen={decision?.take === way.side}
                onChoose={() => take(way.side)}
              >
                {way.side === 'theirs' ? <Theirs conflict={conflict} /> : null}
                {isText &&
                !(way.side === 'yours' && way.blocked) &&
                conflict[way.side as 'theirs' | 'yours'] !== null ? (
                  <MarkedText
                    text={conflict[way.side as 'theirs' | 'yours']}
                    base={conflict.base}
                    mono={!conflict.prose}
                  />
                ) : null}
              </WayCard>
            ))}
        </div>
        {written ? (
          <WayCard way={written} group={group} isChosen={decision?.take === 'written'} onChoose={() => take('written')}>
            {decision?.take === 'written' ? (
              <WrittenText
                conflict={conflict}
                text={decision.text}
                onText={(text) => onDecide({ take: 'written', text })}
              />
            ) : null}
          </WayCard>
        ) : null}
      </fieldset>
      {error ? (
        <p role="alert" className="text-removed text-sm">
          {error}
        </p>
      ) : null}
    </section>
  );
}

function Theirs({ conflict: { theirsBy } }: { conflict: ConflictView }) {
  const plan = usePlan();
  if (!theirsBy) return null;
  return (
    <p className="text-sm text-muted">
      {theirsBy.who}, <RelativeTime at={theirsBy.at} />, in release {theirsBy.release}
      {theirsBy.number === null ? null : (
        <>
          {' by '}
          <Link
            className="text-accent underline underline-offset-2"
            href={planHref(plan, `change-requests/${theirsBy.number}`)}
          >
            #{theirsBy.number}
          </Link>
        </>
      )}
      {theirsBy.reason ? `: “${theirsBy.reason}”` : '.'}
    </p>
  );
}

interface WayCardProps {
  readonly way: Way;
  readonly group: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

function WayCard({ way, group, isChosen, onChoose, children }: WayCardProps) {
  const id = `${group}-${way.side}`;
  const more = way.blocked ?? way.words;
  return (
    <div
      className={cn(
        'flex min-w-0 flex-col gap-2 rounded-card border border-control p-3 transition-colors',
        isChosen && 'border-accent bg-selected',
        way.blocked && 'bg-surface',
      )}
    >
      <label
        htmlFor={id}
        className="flex cursor-pointer items-center gap-2 font-medium text-sm has-disabled:cursor-not-allowed"
      >
        <input
          id={id}
          type="radio"
          name={group}
          checked={isChosen}
          disabled={way.blocked !== null}
          aria-describedby={more ? `${id}-more` : undefined}
          onChange={onChoose}
          className="size-4 shrink-0 accent-accent"
        />
        {way.label}
        {way.blocked ? null : <Kbd keys={keysOf(keys[way.side])} className="ml-auto" />}
      </label>
      {more ? (
        <p id={`${id}-more`} className="text-muted text-sm">
          {more}
        </p>
      ) : null}
      {children}
    </div>
  );
}

function WrittenText({
  conflict,
  text,
  onText,
}: {
  conflict: ConflictView;
  text: string;
  onText: (text: string) => void;
}) {
  const leave = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.currentTarget.closest('section')?.focus();
  };
  return (
    <div className="flex flex-col gap-2">
      <Field label="Result" required error={text.trim() === '' ? 'Write what should stand there.' : undefined}>
        {(control) =>
          conflict.prose ? (
            <Textarea
              {...control}
              data-written
              dir="auto"
              value={text}
              onKeyDown={leave}
              onChange={(event) => onText(event.target.value)}
            />
          ) : (
            <Input
              {...control}
              data-written
              mono
              value={text}
              onKeyDown={leave}
              onChange={(event) => onText(event.target.value)}
            />
          )
        }
      </Field>
      <div className="flex flex-wrap gap-2">
        {conflict.theirs === null ? null : (
          <Button size="toolbar" onClick={() => onText(conflict.theirs ?? '')}>
            Begin with theirs
          </Button>
        )}
        {conflict.yours === null ? null : (
          <Button size="toolbar" onClick={() => onText(conflict.yours ?? '')}>
            Begin with yours
          </Button>
        )}
      </div>
    </div>
  );
}
