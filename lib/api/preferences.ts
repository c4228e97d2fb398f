import { preferencesSchema, updatePreferencesRequestSchema } from '@/lib/contracts/preferences';
import { readPreferences } from '@/lib/features/preferences/read-preferences';
import { updatePreferences } from '@/lib/features/preferences/update-preferences';
import { person, type Route } from './route';

/** A person's own preferences. */
export const preferenceRoutes: readonly Route[] = [
  person.get('/account/preferences', {
    summary: 'Read your preferences',
    result: preferencesSchema,
    run: readPreferences,
  }),
  person.patch('/account/preferences', {
    summary: 'Change some of your preferences',
    body: updatePreferencesRequestSchema,
    result: preferencesSchema,
    run: updatePreferences,
  }),
];
