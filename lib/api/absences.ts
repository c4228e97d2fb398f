import { absenceViewSchema, saveAbsenceSchema } from '@/lib/contracts/review-people';
import { readAbsence, removeAbsence, saveAbsence } from '@/lib/features/absences/absence';
import { del, get, put, type Route } from './route';

/** When a person is away, and who stands in for them. */
export const absenceRoutes: readonly Route[] = [
  get('/absence', {
    summary: 'Read when you are away and who is asked to review in your stead',
    action: 'absence.read',
    result: absenceViewSchema,
    run: readAbsence,
  }),
  put('/absence', {
    summary: 'Set when you are away and who is asked to review in your stead',
    action: 'absence.update',
    body: saveAbsenceSchema,
    result: absenceViewSchema,
    run: saveAbsence,
  }),
  del('/absence', {
    summary: 'Forget when you are away',
    action: 'absence.update',
    result: absenceViewSchema,
    run: removeAbsence,
  }),
];
