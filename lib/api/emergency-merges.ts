import { emptyBodySchema, mergedViewSchema } from '@/lib/contracts/change-requests';
import { doneSchema } from '@/lib/contracts/common';
import { askEmergencySchema, emergencyListSchema, reviewEmergencySchema } from '@/lib/contracts/emergency-merges';
import {
  askEmergency,
  confirmEmergencyOf,
  reviewEmergency,
  withdrawEmergencyOf,
} from '@/lib/features/change-requests/move-emergency';
import { listOpenEmergencies, readEmergencies } from '@/lib/features/change-requests/read-emergencies';
import { get, post, type Route } from './route';

const one = '/plans/{plan}/change-requests/{number}/emergency' as const;

/** Emergency merges: two people, a reason, and a banner until somebody else has looked. */
export const emergencyRoutes: readonly Route[] = [
  get('/plans/{plan}/emergency-merges', {
    summary: 'List emergency merges that somebody still has to act on',
    action: 'emergency.read',
    result: emergencyListSchema,
    run: listOpenEmergencies,
  }),
  get(one, {
    summary: 'List the emergency merges of a request',
    action: 'emergency.read',
    result: emergencyListSchema,
    run: readEmergencies,
  }),
  post(one, {
    summary: 'Ask for an emergency merge with a reason',
    action: 'emergency.ask',
    body: askEmergencySchema,
    ifMatch: 'optional',
    result: doneSchema,
    status: 201,
    run: askEmergency,
  }),
  post(`${one}/confirm`, {
    summary: 'Confirm an emergency merge as the second person, and merge',
    action: 'emergency.confirm',
    body: emptyBodySchema,
    ifMatch: 'optional',
    result: mergedViewSchema,
    run: confirmEmergencyOf,
  }),
  post(`${one}/withdraw`, {
    summary: 'Take the ask for an emergency merge back',
    action: 'emergency.withdraw',
    body: emptyBodySchema,
    result: doneSchema,
    run: withdrawEmergencyOf,
  }),
  post(`${one}/review`, {
    summary: 'Do the follow-up review of an emergency merge',
    action: 'emergency.review',
    body: reviewEmergencySchema,
    result: doneSchema,
    run: reviewEmergency,
  }),
];
