import { handle } from 'hono/vercel';
import { createApi } from '@/lib/api/app';

const answer = handle(createApi());

export const dynamic = 'force-dynamic';
export { answer as DELETE, answer as GET, answer as HEAD, answer as PATCH, answer as POST, answer as PUT };
