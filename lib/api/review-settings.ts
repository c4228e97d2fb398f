import { reviewSettingsViewSchema } from '@/lib/contracts/review-settings';
import { reviewSettingsSchema } from '@/lib/domain/review/checklist';
import { readReviewSettings } from '@/lib/features/review-settings/read-review-settings';
import { updateReviewSettings } from '@/lib/features/review-settings/update-review-settings';
import { get, put, type Route } from './route';

/** How change requests of a plan begin and are seen through. */
export const reviewSettingsRoutes: readonly Route[] = [
  get('/plans/{plan}/review-settings', {
    summary: 'Read the template, checklist and reminders of a plan’s change requests',
    action: 'policy.read',
    result: reviewSettingsViewSchema,
    run: readReviewSettings,
  }),
  put('/plans/{plan}/review-settings', {
    summary: 'Replace the template, checklist and reminders of a plan’s change requests',
    action: 'review-settings.update',
    ifMatch: 'required',
    body: reviewSettingsSchema,
    result: reviewSettingsViewSchema,
    run: updateReviewSettings,
  }),
];
