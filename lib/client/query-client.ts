import { keepPreviousData, QueryClient } from '@tanstack/react-query';
import { ApiError } from './http';

const mostRetries = 2;

/** Whether another try may help: the network and a busy server, never an answer that was a decision. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= mostRetries) return false;
  if (!(error instanceof ApiError)) return false;
  return error.status === 0 || error.status === 429 || error.status >= 502;
}

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
