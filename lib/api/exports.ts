import {
  exportFileQuerySchema,
  exportFormatsSchema,
  exportPreviewSchema,
  exportQuerySchema,
} from '@/lib/contracts/exports';
import { listExportFormats } from '@/lib/features/exports/list-export-formats';
import { previewExport } from '@/lib/features/exports/preview-export';
import { runExport } from '@/lib/features/exports/run-export';
import { download, get, type Route } from './route';

/** Exports: a release, or a plan with a change request applied, as files of a format. */
export const exportRoutes: readonly Route[] = [
  get('/export-formats', {
    summary: 'List the export formats with their options',
    action: 'export.read',
    result: exportFormatsSchema,
    run: listExportFormats,
  }),
  get('/plans/{plan}/exports/preview', {
    summary: 'See what an export would write and lose',
    action: 'export.read',
    query: exportQuerySchema,
    result: exportPreviewSchema,
    run: previewExport,
  }),
  download('/plans/{plan}/exports', {
    summary: 'Export a plan',
    action: 'export.read',
    query: exportFileQuerySchema,
    run: runExport,
  }),
];
