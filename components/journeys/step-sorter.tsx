'use client';
import { ArrowDown, ArrowUp, GripVertical, Plus, TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { stageName, stepName } from '@/lib/domain/journey/names';
import { columnsOf, moveStep, putStep } from '@/lib/domain/journey/order';
import { mostSteps } from '@/lib/domain/journey/step';
import { newStep, type StepDraft } from './journey-draft';

interface Props {
  readonly steps: readonly StepDraft[];
  readonly faults: ReadonlyMap<string, string>;
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
  readonly onSteps: (steps: readonly StepDraft[]) => void;
}

/** The steps by stage, to be chosen, added and put in order: by dragging, by buttons, or with Alt and the arrows. */
export function StepSorter({ steps, faults, current, onChoose, onSteps }: Props) {
  const { stages } = usePlan();
  const helpId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const columns = columnsOf(stages, steps);
  const shown = columns.some(({ stage }) => stage === null) ? columns : [...columns, { stage: null, steps: [] }];
  const numbers = new Map(steps.map((step, index) => [step.id, index + 1]));

  const place = (next: readonly StepDraft[], step: StepDraft) => {
    onSteps(next);
    const at = next.findIndex(({ id }) => id === step.id);
    announce(`${stepName(step)} is step ${at + 1} of ${next.length}, ${stageName(next[at]?.stage ?? null)}`);
    // A step that changes its column is mounted anew and would lose the keyboard.
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-step="${CSS.escape(step.id)}"]`)?.focus(),
    );
  };
  const press = (event: KeyboardEvent, step: StepDraft) => {
    if (!event.altKey || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
      return place(moveStep(stages, steps, step.id, event.key === 'ArrowUp' ? -1 : 1), step);
    const at = shown.findIndex(({ stage }) => stage === step.stage) + (event.key === 'ArrowLeft' ? -1 : 1);
    const to = shown[at];
    if (to) place(putStep(stages, steps, step.id, { stage: to.stage, before: null }), step);
  };
  const drop = (stage: string | null, before: string | null) => {
    const step = steps.find(({ id }) => id === dragged);
    setDragged(null);
    setOver(null);
    if (step) place(putStep(stages, steps, step.id, { stage, before }), step);
  };
  const add = (stage: string | null) => {
    const step = newStep(stage);
    onSteps([...steps, step]);
    onChoose(step.id);
  };
  return (
    <div ref={frame} className="flex min-w-0 flex-col gap-4">
      <p id={helpId} className="text-sm text-subtle">
        Drag a step to its place, or press Alt and an arrow: up and down within the stage, left and right to another.
      </p>
      {shown.map(({ stage, steps: held }) => (
        <section
          key={stage ?? ''}
          aria-label={stageName(stage)}
          onDragOver={(event) => {
            if (dragged === null) return;
            event.preventDefault();
            if (event.target === event.currentTarget) setOver(`stage ${stage ?? ''}`);
          }}
          onDrop={(event) => {
            event.preventDefault();
            drop(stage, null);
          }}
          className={cn('flex flex-col gap-1.5 rounded-card p-1', over === `stage ${stage ?? ''}` && 'bg-hover')}
        >
          <div className="flex items-center justify-between gap-2">
            <h2 className="font-medium text-sm">
              {stageName(stage)} <span className="text-subtle tabular-nums">{held.length}</span>
            </h2>
            <Button
              size="toolbar"
              variant="ghost"
              aria-label={`Add step to ${stageName(stage)}`}
              unavailable={steps.length < mostSteps ? undefined : `A journey has at most ${mostSteps} steps`}
              onClick={() => add(stage)}
            >
              <Plus aria-hidden /> Add step
            </Button>
          </div>
          <ol className="flex flex-col gap-1">
            {held.map((step, index) => (
              <li
                key={step.id}
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', stepName(step));
                  setDragged(step.id);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
                onDragOver={(event) => {
                  if (dragged === null) return;
                  event.preventDefault();
                  setOver(step.id);
                }}
                onDrop={(event) => {
                  event.preventDefault();
                  event.stopPropagation();
                  drop(stage, step.id);
                }}
                className={cn(
                  'flex items-center gap-0.5 rounded-control border border-border bg-raised',
                  step.id === current && 'border-accent bg-selected',
                  over === step.id && dragged !== step.id && 'border-t-2 border-t-accent',
                  dragged === step.id && 'opacity-60',
                )}
              >
                <GripVertical aria-hidden className="size-4 shrink-0 cursor-grab text-subtle max-sm:hidden" />
                <button
                  type="button"
                  data-step={step.id}
                  aria-pressed={step.id === current}
                  aria-describedby={helpId}
                  onClick={() => onChoose(step.id)}
                  onKeyDown={(event) => press(event, step)}
                  className="flex min-h-9 min-w-0 flex-1 items-center gap-1.5 px-1.5 text-left text-sm"
                >
                  <span className="text-muted text-xs tabular-nums">{numbers.get(step.id)}</span>
                  <span className="min-w-0 truncate" title={stepName(step)}>
                    {step.title || step.event ? stepName(step) : 'New step'}
                  </span>
                  {faults.has(step.id) ? (
                    <TriangleAlert aria-label="Something is missing" className="size-4 shrink-0 text-removed" />
                  ) : null}
                </button>
                <IconButton
                  label={`Move ${stepName(step)} up`}
                  unavailable={index === 0 ? 'It is the first of its stage' : undefined}
                  onClick={() => place(moveStep(stages, steps, step.id, -1), step)}
                >
                  <ArrowUp aria-hidden />
                </IconButton>
                <IconButton
                  label={`Move ${stepName(step)} down`}
                  unavailable={index === held.length - 1 ? 'It is the last of its stage' : undefined}
                  onClick={() => place(moveStep(stages, steps, step.id, 1), step)}
                >
                  <ArrowDown aria-hidden />
                </IconButton>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
