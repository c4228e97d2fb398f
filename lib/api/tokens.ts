import {
  createdTokenViewSchema,
  createTokenRequestSchema,
  tokenListSchema,
  tokenViewSchema,
} from '@/lib/contracts/tokens';
import { createToken } from '@/lib/features/tokens/create-token';
import { listTokens } from '@/lib/features/tokens/list-tokens';
import { revokeToken } from '@/lib/features/tokens/revoke-token';
import { del, get, post, type Route } from './route';

/** API tokens. Making one is not repeatable by key: its secret must be kept nowhere. */
export const tokenRoutes: readonly Route[] = [
  get('/tokens', {
    summary: 'List your tokens; an admin sees all',
    action: 'token.read',
    result: tokenListSchema,
    run: listTokens,
  }),
  post('/tokens', {
    summary: 'Make a token; its secret is shown once',
    action: 'token.create',
    body: createTokenRequestSchema,
    result: createdTokenViewSchema,
    status: 201,
    idempotent: false,
    run: createToken,
  }),
  del('/tokens/{id}', {
    summary: 'End a token at once',
    action: 'token.revoke',
    result: tokenViewSchema,
    run: revokeToken,
  }),
];
