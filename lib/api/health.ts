import * as z from 'zod';
import { checkHealth } from '@/lib/features/health/check-health';
import { anyone, type Route } from './route';

/** Whether the instance can serve. */
export const healthRoutes: readonly Route[] = [
  anyone.get('/health', {
    summary: 'Whether the instance can serve',
    result: z.object({ status: z.literal('ok') }),
    run: checkHealth,
  }),
];
