import * as z from 'zod';
import { defineExport } from './define';
import { createSite } from './documentation-site-parts/create-site';

/** A folder of pages that any file server, or none, can show: every item, the releases, the words, and a search that runs in the browser. */
export const adapter = defineExport({
  id: 'documentation-site',
  label: 'Documentation site',
  summary: 'A folder of pages with search, for any file server or a disk',
  tellsPast: true,
  options: z.object({}),
  files: (plan) => ({ files: createSite(plan, null).files, losses: [] }),
});
