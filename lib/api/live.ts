import { openStream } from '@/lib/features/live/open-stream';
import { download, type Route } from './route';

/** What others do, while it happens. */
export const liveRoutes: readonly Route[] = [
  download('/stream', {
    summary: 'Hear of every change in the workspace as server-sent events',
    action: 'workspace.read',
    run: openStream,
  }),
];
