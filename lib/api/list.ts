import type { Route } from './route';

/** Every route of the API, a line per noun. */
export const routes: readonly Route[] = [];
