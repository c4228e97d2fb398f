import * as z from 'zod';
import { defineExport } from './define';
import { createSite } from './documentation-site-parts/create-site';
import { picturesLeftOut } from './documentation-site-parts/site-journeys';

/** A folder of pages that any file server, or none, can show: every item, the journeys, the releases, the words, and a search that runs in the browser. */
export const adapter = defineExport({
  id: 'documentation-site',
  label: 'Documentation site',
  summary: 'A folder of pages with search, for any file server or a disk',
  tellsContext: true,
  options: z.object({}),
  files: (plan) => ({ files: createSite(plan, null).files, losses: picturesLeftOut(plan) }),
});
