import {
  comparisonQuerySchema,
  comparisonSchema,
  releaseListQuerySchema,
  releaseListSchema,
  releaseViewSchema,
} from '@/lib/contracts/releases';
import { compareReleases } from '@/lib/features/releases/compare-releases';
import { listReleases } from '@/lib/features/releases/list-releases';
import { readRelease } from '@/lib/features/releases/read-release';
import { get, type Route } from './route';

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
  get('/plans/{plan}/comparison', {
    summary: 'Compare any two releases',
    action: 'release.compare',
    query: comparisonQuerySchema,
    result: comparisonSchema,
    run: compareReleases,
  }),
];
