import { remindReviewers } from '@/lib/features/change-requests/remind-reviewers';
import { gatherDigests } from '@/lib/features/channels/gather-digests';
import { startSenders } from '@/lib/features/channels/senders';
import { tell } from '@/lib/features/inbox/tell';
import { tellNamed } from '@/lib/features/inbox/tell-named';
import { warnOwners } from '@/lib/features/inbox/warn-owners';
import { sweep } from '@/lib/features/jobs/sweep';
import { countReleases } from '@/lib/features/plan-health/count-releases';
import { startWorker } from '@/lib/infra/jobs/worker';

// Does what a server does beside answering requests, until it is killed.
const senders = startSenders();
await startWorker({
  tell,
  deliver: async () => senders.wake(),
  digest: gatherDigests,
  warn: warnOwners,
  remind: remindReviewers,
  'tell-named': tellNamed,
  'count-health': countReleases,
  sweep,
});
process.stdout.write('ready');
