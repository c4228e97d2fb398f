import { policyTrialSchema, policyTrialViewSchema, policyViewSchema } from '@/lib/contracts/policy';
import { policySchema } from '@/lib/domain/review/policy';
import { readPolicy } from '@/lib/features/policy/read-policy';
import { tryPolicy } from '@/lib/features/policy/try-policy';
import { updatePolicy } from '@/lib/features/policy/update-policy';
import { get, post, put, type Route } from './route';

/** What a plan asks before a merge. */
export const policyRoutes: readonly Route[] = [
  get('/plans/{plan}/policy', {
    summary: 'Read the review policy of a plan, as data and as sentences',
    action: 'policy.read',
    result: policyViewSchema,
    run: readPolicy,
  }),
  put('/plans/{plan}/policy', {
    summary: 'Replace the review policy of a plan',
    action: 'policy.update',
    ifMatch: 'required',
    body: policySchema,
    result: policyViewSchema,
    run: updatePolicy,
  }),
  post('/plans/{plan}/policy/trial', {
    summary: 'Say what an open change request would need under a policy, without saving it',
    action: 'policy.read',
    idempotent: false,
    body: policyTrialSchema,
    result: policyTrialViewSchema,
    run: tryPolicy,
  }),
];
