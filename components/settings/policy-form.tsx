'use client';
import { useQuery } from '@tanstack/react-query';
import { QueryError } from '@/components/shared/query-error';
import { Callout } from '@/components/ui/callout';
import { SkeletonRows } from '@/components/ui/skeleton';
import type { PlanPlace } from '@/lib/client/items';
import { policyOptions, useUpdatePolicy } from '@/lib/client/policy';
import type { PolicyView } from '@/lib/contracts/policy';
import type { Role } from '@/lib/domain/access/roles';
import { type Policy, policyInSentences } from '@/lib/domain/review/policy';
import { PlanSettingsForm } from './plan-settings-form';
import { PolicyConditions } from './policy-conditions';
import { PolicyRules } from './policy-rules';
import { PolicyTrial } from './policy-trial';
import { SettingsSection } from './settings-section';
import { type Stored, usePlanSettings } from './use-plan-settings';

export interface PolicyFormProps {
  place: PlanPlace;
  role: Role;
}

/** What a plan asks before a merge: as sentences for everybody, as controls for admins, tried on a real request before it is saved. */
export function PolicyForm({ place, role }: PolicyFormProps) {
  const query = useQuery({ ...policyOptions(place), placeholderData: () => undefined });
  if (query.data) return <Form key={place.plan} place={place} role={role} view={query.data} />;
  if (query.error) return <QueryError query={query} />;
  return <SkeletonRows rows={6} />;
}

const storedOf = (view: PolicyView): Stored<Policy> => ({ value: view.policy, lockVersion: view.lockVersion });

function Form({ place, role, view }: PolicyFormProps & { view: PolicyView }) {
  const { refetch } = useQuery({ ...policyOptions(place), enabled: false });
  const update = useUpdatePolicy(place);
  const settings = usePlanSettings(
    storedOf(view),
    async (policy, ifMatch) => storedOf(await update.mutateAsync({ policy, ifMatch })),
    async () => {
      const { data } = await refetch();
      return data && storedOf(data);
    },
  );
  const { draft, change } = settings;
  const sentences = policyInSentences(draft, { teams: new Map(view.teams.map((team) => [team.id, team])) });
  const rules = sentences.slice(0, draft.rules.length);
  const rest = sentences.slice(draft.rules.length);
  const isAdmin = role === 'admin';
  return (
    <>
      {view.readable ? null : (
        <Callout tone="problem" title="What is stored cannot be read">
          Nothing merges in this plan until an admin saves a policy. Below is what a new plan asks.
        </Callout>
      )}
      <PlanSettingsForm
        title="Review policy"
        what="review policy"
        saveLabel="Save policy"
        settings={settings}
        stored={view.policy}
        mayEdit={isAdmin}
        isUnreadable={!view.readable}
        note="It holds from the next decision on, for open change requests too."
      >
        <SettingsSection
          title="Approvals"
          description={`Which changes need whose approval. Somebody may meet several rules with one approval.${isAdmin ? '' : ' Admins change this.'}`}
        >
          <PolicyRules
            rules={draft.rules}
            sentences={rules}
            teams={view.teams}
            onChange={isAdmin ? (next) => change({ ...draft, rules: next }) : null}
          />
        </SettingsSection>
        <SettingsSection title="What else a merge waits for">
          {isAdmin ? <PolicyConditions policy={draft} onChange={change} /> : null}
          <ul className="flex list-disc flex-col gap-1 pl-5 text-base" aria-label="In words">
            {rest.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </SettingsSection>
      </PlanSettingsForm>
      <SettingsSection
        title="Who would have to approve this?"
        description={`Tried on an open change request${settings.isDirty ? ', with the policy as you have changed it. Nothing is saved.' : '.'}`}
      >
        <PolicyTrial place={place} policy={draft} />
      </SettingsSection>
    </>
  );
}
