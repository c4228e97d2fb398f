import { homeSchema } from '@/lib/contracts/home';
import { readHome } from '@/lib/features/home/read-home';
import { get, type Route } from './route';

/** What waits for the reader. */
export const homeRoutes: readonly Route[] = [
  get('/home', {
    summary: 'Read what waits for you, section by section',
    action: 'home.read',
    result: homeSchema,
    run: readHome,
  }),
];
