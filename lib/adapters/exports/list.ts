import { adapter as csv } from './csv';
import type { ExportAdapter } from './define';
import { adapter as documentationSite } from './documentation-site';
import { adapter as jsonSchema } from './json-schema';

/** Every export format; a new one is one file and one line here. */
export const exportAdapters: readonly ExportAdapter[] = [jsonSchema, csv, documentationSite];

/** The export format of an id. */
export function exportAdapter(id: string): ExportAdapter | undefined {
  return exportAdapters.find((adapter) => adapter.id === id);
}
