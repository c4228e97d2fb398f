'use client';
import { Trash2 } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Combobox } from '@/components/ui/combobox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { stageName, stepName } from '@/lib/domain/journey/names';
import { qualifiedName } from '@/lib/domain/plan/item';
import { ItemChoice } from './item-choice';
import type { StepDraft } from './journey-draft';
import { PictureEditor } from './picture-editor';

interface Props {
  readonly step: StepDraft;
  readonly steps: readonly StepDraft[];
  readonly error: string | undefined;
  readonly onChange: (next: Partial<StepDraft>) => void;
  readonly onRemove: () => void;
}

/** The select has no empty value, and no stage is called so. */
const noStage = '\u0000';

/** Everything that is said of one step. */
export function StepForm({ step, steps, error, onChange, onRemove }: Props) {
  const plan = usePlan();
  const goesOnId = useId();
  const frame = useRef<HTMLElement>(null);
  const isNew = useRef(step.title === '' && step.eventId === null);
  // A step that was just added is written next.
  useEffect(() => {
    if (isNew.current) frame.current?.querySelector<HTMLElement>('[role="combobox"]')?.focus();
  }, []);
  const stages = [...new Set([...plan.stages, ...(step.stage === null ? [] : [step.stage])])];
  const others = steps.flatMap((one, index) =>
    one.id === step.id ? [] : [{ value: one.id, label: `${index + 1} ${stepName(one)}` }],
  );
  const following = steps[steps.indexOf(step) + 1];
  return (
    <section
      ref={frame}
      aria-label={`Step ${steps.indexOf(step) + 1}`}
      className="flex min-w-0 flex-col gap-4 rounded-card border border-border p-4"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Event" required={false} hint="Leave it empty for a screen that sends none.">
          {(control) => (
            <ItemChoice
              control={control}
              kinds={['event']}
              value={step.event}
              onChange={(event) =>
                onChange({
                  event,
                  eventId: event?.id ?? null,
                  knownAs: event ? qualifiedName(event) : undefined,
                })
              }
              placeholder="Find an event…"
            />
          )}
        </Field>
        <Field label="Stage" required={false}>
          {(control) => (
            <Select
              {...control}
              options={[
                ...stages.map((stage) => ({ value: stage, label: stageName(stage) })),
                { value: noStage, label: 'No stage' },
              ]}
              value={step.stage ?? noStage}
              onValueChange={(stage) => onChange({ stage: stage === noStage ? null : stage })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Name"
        required={step.eventId === null}
        error={error}
        hint={step.event ? 'Empty takes the name of the event.' : 'What people see or do, such as “Landing page”.'}
      >
        {(control) => (
          <Input
            {...control}
            value={step.title}
            maxLength={300}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label="Note" required={false}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={2000}
            value={step.note}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-col gap-3">
        <div className="flex items-center gap-2">
          <Checkbox
            id={goesOnId}
            checked={step.goesOn}
            onCheckedChange={(checked) => onChange({ goesOn: checked === true })}
          />
          <Label htmlFor={goesOnId}>
            {following ? `Leads to the step that follows: ${stepName(following)}` : 'Leads to the step that follows'}
          </Label>
        </div>
        <Field label="May also lead to" required={false} hint="A step may branch, and may lead back to an earlier one.">
          {(control) => (
            <Combobox
              {...control}
              multiple
              options={others}
              value={others.filter(({ value }) => step.branches.includes(value))}
              onChange={(chosen) => onChange({ branches: chosen.map(({ value }) => value) })}
              placeholder="No other step"
              searchPlaceholder="Find a step"
            />
          )}
        </Field>
      </div>
      <PictureEditor step={step} onChange={onChange} />
      <div>
        <Button variant="ghost" onClick={onRemove}>
          <Trash2 aria-hidden /> Remove this step
        </Button>
      </div>
    </section>
  );
}
