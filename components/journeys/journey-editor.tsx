'use client';
import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { PageHeader } from '@/components/ui/page-header';
import { Textarea } from '@/components/ui/textarea';
import { notify, notifyFailure } from '@/components/ui/toast';
import { hasCode, wordsFor } from '@/lib/client/http';
import { journeyOptions, useSaveJourney, writtenJourney } from '@/lib/client/journeys';
import type { JourneyView } from '@/lib/contracts/journeys';
import { withoutStep } from '@/lib/domain/journey/branches';
import { stepName } from '@/lib/domain/journey/names';
import { inOrder } from '@/lib/domain/journey/order';
import { draftFaults, draftOf, isChanged, type JourneyDraft, type StepDraft, sentDraft } from './journey-draft';
import { SaveProblem } from './save-problem';
import { StepForm } from './step-form';
import { StepSorter } from './step-sorter';

/** Where a journey is written: its steps by stage at the left, the chosen one at the right. */
export function JourneyEditor({ first }: { first: JourneyView }) {
  const plan = usePlan();
  const router = useRouter();
  const client = useQueryClient();
  const save = useSaveJourney(plan);
  const [stored, setStored] = useState(first);
  const [draft, setDraft] = useState<JourneyDraft>(() => draftOf(first));
  const [chosen, setChosen] = useState<string | null>(draft.steps[0]?.id ?? null);
  const [isTried, setTried] = useState(false);
  const changed = isChanged(draft, stored);
  const faults = isTried ? draftFaults(draft) : new Map<string, string>();
  const step = draft.steps.find(({ id }) => id === chosen);
  const href = planHref(plan, `map/journeys/${encodeURIComponent(first.id)}`);

  useEffect(() => {
    if (!changed) return undefined;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [changed]);

  const setSteps = (steps: readonly StepDraft[]) => setDraft((was) => ({ ...was, steps: inOrder(plan.stages, steps) }));
  const change = (id: string, next: Partial<StepDraft>) =>
    setSteps(draft.steps.map((one) => (one.id === id ? { ...one, ...next } : one)));
  const remove = (gone: StepDraft) => {
    const was = draft.steps;
    setSteps(withoutStep(was, gone.id));
    setChosen(null);
    notify(`Removed “${stepName(gone)}”`, { undo: () => setSteps(was) });
  };
  const send = (lockVersion: number) => {
    setTried(true);
    const wrong = draftFaults(draft);
    if (wrong.size > 0) {
      const [id] = wrong.keys();
      if (id) setChosen(id);
      return;
    }
    const before = writtenJourney(stored);
    save.mutate(
      { ...sentDraft(draft), id: stored.id, lockVersion },
      {
        onSuccess: (saved) => {
          setStored(saved);
          setDraft(draftOf(saved));
          setTried(false);
          notify(`Saved “${saved.name}”`, {
            undo: () =>
              save.mutate(
                { ...before, id: saved.id, lockVersion: saved.lockVersion },
                {
                  onSuccess: (back) => {
                    setStored(back);
                    setDraft(draftOf(back));
                  },
                  onError: (error) => notifyFailure(wordsFor(error)),
                },
              ),
          });
        },
      },
    );
  };
  const latest = () => client.fetchQuery({ ...journeyOptions(plan, first.id, null), staleTime: 0 });
  const takeTheirs = async () => {
    const theirs = await latest();
    setStored(theirs);
    setDraft(draftOf(theirs));
    save.reset();
  };
  const submit = () => changed && !save.isPending && send(stored.lockVersion);
  useShortcut('form.save', (event) => {
    event.preventDefault();
    submit();
  });
  useShortcut('form.submit', submit);
  return (
    <>
      <PageHeader
        title={`Edit ${stored.name}`}
        trail={
          <Link href={planHref(plan, 'map/journeys')} className="hover:underline">
            Journeys
          </Link>
        }
        state={
          <span role="status" className="text-sm text-subtle">
            {changed ? 'Not saved yet' : 'Saved'}
          </span>
        }
        secondary={<Button onClick={() => router.push(href)}>{changed ? 'Leave without saving' : 'Done'}</Button>}
        primary={
          <Button
            variant="primary"
            pending={save.isPending}
            unavailable={changed ? undefined : 'Nothing has changed'}
            onClick={submit}
          >
            Save
          </Button>
        }
      />
      <div className="flex min-w-0 flex-col gap-6 px-4 py-4 lg:px-6">
        {save.error ? (
          hasCode(save.error, 'journey.stale') ? (
            <div role="alert">
              <Callout
                tone="warning"
                action={
                  <span className="flex flex-wrap gap-2">
                    <Button size="toolbar" onClick={() => void takeTheirs()}>
                      Take theirs
                    </Button>
                    <Button size="toolbar" onClick={async () => send((await latest()).lockVersion)}>
                      Save mine over theirs
                    </Button>
                  </span>
                }
              >
                Somebody saved this journey while you were writing. What you wrote is still here.
              </Callout>
            </div>
          ) : (
            <SaveProblem error={save.error} steps={draft.steps} />
          )
        ) : null}
        <div className="grid max-w-4xl gap-4 sm:grid-cols-2">
          <Field label="Name" required error={faults.get('')}>
            {(control) => (
              <Input
                {...control}
                value={draft.name}
                maxLength={100}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
            )}
          </Field>
          <Field label="What it tells" required={false}>
            {(control) => (
              <Textarea
                {...control}
                minRows={1}
                maxLength={2000}
                value={draft.description}
                onChange={(event) => setDraft({ ...draft, description: event.target.value })}
              />
            )}
          </Field>
        </div>
        <div className="grid min-w-0 items-start gap-6 lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]">
          <StepSorter steps={draft.steps} faults={faults} current={chosen} onChoose={setChosen} onSteps={setSteps} />
          {step ? (
            <StepForm
              key={step.id}
              step={step}
              steps={draft.steps}
              error={faults.get(step.id)}
              onChange={(next) => change(step.id, next)}
              onRemove={() => remove(step)}
            />
          ) : (
            <p className="text-muted text-sm">
              {draft.steps.length === 0
                ? 'Add the first step: the place where people first meet what you make.'
                : 'Choose a step to write it.'}
            </p>
          )}
        </div>
      </div>
    </>
  );
}
