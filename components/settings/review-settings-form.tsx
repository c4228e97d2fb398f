'use client';
import { useQuery } from '@tanstack/react-query';
import { QueryError } from '@/components/shared/query-error';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Textarea } from '@/components/ui/textarea';
import type { PlanPlace } from '@/lib/client/items';
import { reviewSettingsOptions, useUpdateReviewSettings } from '@/lib/client/review-settings';
import type { ReviewSettingsView } from '@/lib/contracts/review-settings';
import { includesRole, type Role } from '@/lib/domain/access/roles';
import type { ReviewSettings } from '@/lib/domain/review/checklist';
import { ChecklistEditor } from './checklist-editor';
import { PlanSettingsForm } from './plan-settings-form';
import { SettingsSection } from './settings-section';
import { type Stored, usePlanSettings } from './use-plan-settings';

interface ReviewSettingsFormProps {
  readonly place: PlanPlace;
  readonly role: Role;
}

/** What change requests of a plan begin with, what is ticked on each, and when reviewers are reminded. */
export function ReviewSettingsForm({ place, role }: ReviewSettingsFormProps) {
  const query = useQuery(reviewSettingsOptions(place));
  if (query.data) return <Form key={place.plan} place={place} role={role} view={query.data} />;
  if (query.error) return <QueryError query={query} />;
  return <SkeletonRows rows={6} />;
}

const storedOf = ({ lockVersion, ...value }: ReviewSettingsView): Stored<ReviewSettings> => ({ value, lockVersion });

function Form({ place, role, view }: ReviewSettingsFormProps & { readonly view: ReviewSettingsView }) {
  const { refetch } = useQuery({ ...reviewSettingsOptions(place), enabled: false });
  const update = useUpdateReviewSettings(place);
  const settings = usePlanSettings(
    storedOf(view),
    async (value, ifMatch) => storedOf(await update.mutateAsync({ settings: value, ifMatch })),
    async () => {
      const { data } = await refetch();
      return data && storedOf(data);
    },
  );
  const { draft, change } = settings;
  const mayEdit = includesRole(role, 'approver');
  const isEmptyLine = draft.checklist.some(({ words }) => words.trim() === '');
  return (
    <PlanSettingsForm
      title="Templates and checklist"
      what="template and checklist"
      saveLabel="Save"
      settings={settings}
      stored={storedOf(view).value}
      mayEdit={mayEdit}
      unavailable={isEmptyLine ? 'A line of the checklist is empty.' : undefined}
    >
      <SettingsSection
        title="Template of the reason"
        description={`A new change request begins with it; what somebody typed is never replaced.${mayEdit ? '' : ' Approvers and admins change this.'}`}
      >
        <Field label="Template" hint="Markdown" className="max-w-2xl">
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              minRows={6}
              maxLength={10_000}
              readOnly={!mayEdit}
              value={draft.template}
              onChange={(event) => change({ ...draft, template: event.target.value })}
            />
          )}
        </Field>
      </SettingsSection>
      <SettingsSection
        title="Checklist"
        description="Shown on each change request and ticked by contributors and reviewers. Required lines hold its sending or its merge. Only an admin takes a required line away or changes it; a line that says something else has to be ticked again."
      >
        <ChecklistEditor
          lines={draft.checklist}
          onChange={mayEdit ? (checklist) => change({ ...draft, checklist }) : null}
        />
      </SettingsSection>
      <SettingsSection
        title="Reminders"
        description="Whoever was asked to review and has not answered is reminded once; as many working days later the author hears of it, with somebody else to ask. Nobody who is away is reminded."
      >
        <Field label="Working days" className="max-w-40">
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              max={30}
              readOnly={!mayEdit}
              value={draft.reminderDays}
              onChange={(event) => {
                const days = Math.trunc(Number(event.target.value));
                if (days >= 1 && days <= 30) change({ ...draft, reminderDays: days });
              }}
            />
          )}
        </Field>
      </SettingsSection>
    </PlanSettingsForm>
  );
}
