'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryError } from '@/components/shared/query-error';
import { Callout } from '@/components/ui/callout';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Textarea } from '@/components/ui/textarea';
import { useRested } from '@/components/ui/use-rested';
import { conventionsOptions, conventionsTrialOptions, useUpdateConventions } from '@/lib/client/conventions';
import { wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import type { ConventionsView } from '@/lib/contracts/conventions';
import type { Role } from '@/lib/domain/access/roles';
import type { ConventionSettings } from '@/lib/domain/conventions/settings';
import { sameJson } from '@/lib/kit/canonical';
import { counted } from '@/lib/kit/grouped';
import { ConventionsExcuses } from './conventions-excuses';
import { ConventionsHabits } from './conventions-habits';
import { ConventionsRules } from './conventions-rules';
import { wordsOfLines } from './conventions-words';
import { PlanSettingsForm } from './plan-settings-form';
import { SettingsSection } from './settings-section';
import { type Stored, usePlanSettings } from './use-plan-settings';

export interface ConventionsFormProps {
  place: PlanPlace;
  role: Role;
}

/** How names and definitions are to be written, with what each rule finds in the plan while one chooses. */
export function ConventionsForm({ place, role }: ConventionsFormProps) {
  const query = useQuery({ ...conventionsOptions(place), placeholderData: () => undefined });
  if (query.data) return <Form key={place.plan} place={place} role={role} view={query.data} />;
  if (query.error) return <QueryError query={query} />;
  return <SkeletonRows rows={10} />;
}

const storedOf = (view: ConventionsView): Stored<ConventionSettings> => ({
  value: view.conventions,
  lockVersion: view.lockVersion,
});

function Form({ place, role, view }: ConventionsFormProps & { view: ConventionsView }) {
  const { refetch } = useQuery({ ...conventionsOptions(place), enabled: false });
  const update = useUpdateConventions(place);
  const settings = usePlanSettings(
    storedOf(view),
    async (conventions, ifMatch) => storedOf(await update.mutateAsync({ conventions, ifMatch })),
    async () => {
      const { data } = await refetch();
      return data && storedOf(data);
    },
  );
  const { draft } = settings;
  const trial = useQuery(conventionsTrialOptions(place, useRested(draft, 250)));
  const isAdmin = role === 'admin';
  const onChange = isAdmin ? settings.change : null;
  return (
    <PlanSettingsForm
      title="Conventions"
      what="set of conventions"
      saveLabel="Save conventions"
      settings={settings}
      stored={view.conventions}
      mayEdit={isAdmin}
      isUnreadable={!view.readable}
    >
      {view.readable ? null : (
        <Callout tone="problem" title="What is stored cannot be read">
          Below is what a new plan asks, until an admin saves the conventions again.
        </Callout>
      )}
      <SettingsSection
        title="How names are written"
        description={`Shown to whoever proposes an item, with the name as it should be.${isAdmin ? '' : ' Admins change this.'}`}
      >
        <ConventionsHabits settings={draft} majority={trial.data?.majority} onChange={onChange} />
      </SettingsSection>
      <SettingsSection
        title="What is looked for"
        description="An error can stop a merge, if the review policy says so. A warning and a hint never do."
      >
        {trial.isError ? (
          <ErrorBanner onRetry={() => void trial.refetch()} retrying={trial.isFetching}>
            {wordsFor(trial.error)} The conventions can be changed and saved all the same.
          </ErrorBanner>
        ) : (
          <p role="status" className="text-muted text-sm">
            {trial.data?.items === 0
              ? 'The plan is empty, so there is nothing to try them on yet.'
              : trial.data
                ? `Tried on release ${trial.data.release} with ${counted(trial.data.items, 'item')}${settings.isDirty ? ', with what you have changed. Nothing is saved.' : '.'}`
                : 'Tried on the plan …'}
          </p>
        )}
        <ConventionsRules
          place={place}
          settings={draft}
          found={trial.data?.rules}
          isStale={trial.isPlaceholderData}
          onChange={onChange}
        />
      </SettingsSection>
      <SettingsSection
        title="Items from before"
        description="Items that were in the plan before a day are neither warned of nor blocked; what is found on them is shown as grandfathered."
      >
        <Field
          label="From this day on the conventions hold"
          hint="Empty: they hold for every item."
          className="max-w-xs"
        >
          {(control) => (
            <Input
              {...control}
              type="date"
              readOnly={onChange === null}
              value={draft.grandfatherBefore ?? ''}
              onChange={(event) =>
                onChange?.({ ...draft, grandfatherBefore: event.target.value === '' ? null : event.target.value })
              }
            />
          )}
        </Field>
      </SettingsSection>
      <SettingsSection
        title="Excused findings"
        description="One finding on one item that an approver answers for until a day. After it the finding is back by itself."
      >
        <ConventionsExcuses place={place} role={role} />
      </SettingsSection>
      <SettingsSection title="Words to keep free">
        <ReservedWords
          words={draft.reservedWords}
          onChange={onChange && ((reservedWords) => onChange({ ...draft, reservedWords }))}
        />
      </SettingsSection>
    </PlanSettingsForm>
  );
}

function ReservedWords({
  words,
  onChange,
}: {
  words: readonly string[];
  onChange: ((words: string[]) => void) | null;
}) {
  const [typed, setTyped] = useState('');
  // Blank lines and spaces are kept while one types, and given up when the words change from elsewhere.
  const text = sameJson(wordsOfLines(typed), words) ? typed : words.join('\n');
  return (
    <Field
      label="Names this plan keeps free"
      hint="One a line, beside those that its destinations reserve."
      className="max-w-md"
    >
      {(control) => (
        <Textarea
          {...control}
          minRows={3}
          className="font-mono text-sm"
          readOnly={onChange === null}
          value={text}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange?.(wordsOfLines(event.target.value));
          }}
        />
      )}
    </Field>
  );
}
