import { ApiError } from './http';

const mostRetries = 2;

/** Whether another try may help: the network and a busy server, never an answer that was a decision. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= mostRetries) return false;
  if (!(error instanceof ApiError)) return false;
  return error.status === 0 || error.status === 429 || error.status >= 502;
}
