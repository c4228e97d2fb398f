import { doneSchema } from '@/lib/contracts/common';
import {
  appliedImportSchema,
  applyImportRequestSchema,
  createImportQuerySchema,
  createImportTeamsRequestSchema,
  importListSchema,
  importViewSchema,
  maxImportBytes,
  updateImportRequestSchema,
} from '@/lib/contracts/imports';
import { applyImport } from '@/lib/features/imports/apply-import';
import { createImport } from '@/lib/features/imports/create-import';
import { createImportTeams } from '@/lib/features/imports/create-import-teams';
import { discardImport } from '@/lib/features/imports/discard-import';
import { downloadRejected } from '@/lib/features/imports/download-rejected';
import { listImports } from '@/lib/features/imports/list-imports';
import { readImport } from '@/lib/features/imports/read-import';
import { updateImport } from '@/lib/features/imports/update-import';
import { del, download, get, post, put, type Route, upload } from './route';

/** Imports: a file, read under a mapping, becomes a change request. */
export const importRoutes: readonly Route[] = [
  get('/plans/{plan}/imports', {
    summary: 'List the latest imports of a plan',
    action: 'import.read',
    result: importListSchema,
    run: listImports,
  }),
  upload('/plans/{plan}/imports', {
    summary: 'Stage a file, and propose how to read it',
    action: 'import.create',
    query: createImportQuerySchema,
    contentTypes: ['text/csv', 'text/tab-separated-values', 'text/plain', 'application/octet-stream'],
    maxBytes: maxImportBytes,
    result: importViewSchema,
    status: 201,
    run: (actor, input, { fileName, stream }) => createImport(actor, input, { fileName, stream }),
  }),
  get('/plans/{plan}/imports/{id}', {
    summary: 'Read an import with its findings and what it would change',
    action: 'import.read',
    result: importViewSchema,
    run: readImport,
  }),
  put('/plans/{plan}/imports/{id}/mapping', {
    summary: 'Read the file of an import in another way',
    action: 'import.create',
    body: updateImportRequestSchema,
    result: importViewSchema,
    run: updateImport,
  }),
  post('/plans/{plan}/imports/{id}/teams', {
    summary: 'Create the teams that a file names as owners',
    action: 'team.create',
    body: createImportTeamsRequestSchema,
    result: importViewSchema,
    run: createImportTeams,
  }),
  post('/plans/{plan}/imports/{id}/change-request', {
    summary: 'Make a draft change request of an import',
    action: 'import.apply',
    body: applyImportRequestSchema,
    result: appliedImportSchema,
    status: 201,
    run: applyImport,
  }),
  download('/plans/{plan}/imports/{id}/rejected', {
    summary: 'Download the rows that are left out, with reasons',
    action: 'import.read',
    run: downloadRejected,
  }),
  del('/plans/{plan}/imports/{id}', {
    summary: 'Cancel an import; nothing of it stays',
    action: 'import.create',
    result: doneSchema,
    run: discardImport,
  }),
];
