import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const resolve = {
  alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') },
  conditions: ['react-server', 'module', 'node', 'development|production'],
};
// `server-only` must pass through the resolver above, where it is an empty module.
const ssr = { resolve: { conditions: resolve.conditions, externalConditions: ['react-server', 'node'] } };
const server = { deps: { inline: ['server-only'] } };
const exclude = ['**/node_modules/**', '.next/**', 'e2e/**'];
const env = { WAYMARK_SECRET: 'a secret that only tests know, long enough', NODE_ENV: 'test' } as const;

export default defineConfig({
  test: {
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          server,
          env,
          include: ['**/*.test.ts'],
          exclude: [...exclude, '**/*.db.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          name: 'db',
          server,
          env,
          include: ['**/*.db.test.ts'],
          exclude,
          globalSetup: ['lib/infra/db/test-database.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
