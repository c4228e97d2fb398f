import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { shouldRetry } from './retry';

/** The browser's cache of what the server said; old data stays on screen while new is read. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 10 * 60_000,
        retry: shouldRetry,
        retryDelay: (failures) => Math.min(500 * 2 ** failures, 5_000),
        placeholderData: keepPreviousData,
        networkMode: 'offlineFirst',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
