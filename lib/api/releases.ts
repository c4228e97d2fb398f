import { editReleaseNotesSchema, releaseNotesSchema } from '@/lib/contracts/release-notes';
import {
  comparisonQuerySchema,
  comparisonSchema,
  releaseListQuerySchema,
  releaseListSchema,
  releaseViewSchema,
} from '@/lib/contracts/releases';
import { compareReleases } from '@/lib/features/releases/compare-releases';
import { editNotes, restoreNotes } from '@/lib/features/releases/edit-notes';
import { listReleases } from '@/lib/features/releases/list-releases';
import { readNotes } from '@/lib/features/releases/read-notes';
import { readRelease } from '@/lib/features/releases/read-release';
import { get, post, put, type Route } from './route';

/** Releases and what lies between them. */
export const releaseRoutes: readonly Route[] = [
  get('/plans/{plan}/releases', {
    summary: 'List releases, newest first',
    action: 'release.read',
    query: releaseListQuerySchema,
    result: releaseListSchema,
    run: listReleases,
  }),
  get('/plans/{plan}/releases/{number}', {
    summary: 'Read a release and what it changed, in words',
    action: 'release.read',
    result: releaseViewSchema,
    run: readRelease,
  }),
  get('/plans/{plan}/releases/{number}/notes', {
    summary: 'Read the notes of a release',
    action: 'release.read',
    result: releaseNotesSchema,
    run: readNotes,
  }),
  put('/plans/{plan}/releases/{number}/notes', {
    summary: 'Edit the notes of a release',
    action: 'release-notes.edit',
    body: editReleaseNotesSchema,
    ifMatch: 'required',
    result: releaseNotesSchema,
    run: editNotes,
  }),
  post('/plans/{plan}/releases/{number}/notes/restore', {
    summary: 'Put back the notes that the product wrote',
    action: 'release-notes.edit',
    ifMatch: 'required',
    result: releaseNotesSchema,
    run: restoreNotes,
  }),
  get('/plans/{plan}/comparison', {
    summary: 'Compare any two releases',
    action: 'release.compare',
    query: comparisonQuerySchema,
    result: comparisonSchema,
    run: compareReleases,
  }),
];
