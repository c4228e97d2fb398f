import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const resolve = {
  alias: { '@': here('.').replace(/\/$/, '') },
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
        // What a browser shows: React as it renders there, and not as a server component finds it.
        resolve: { alias: { ...resolve.alias, 'server-only': here('node_modules/server-only/empty.js') } },
        oxc: { jsx: { runtime: 'automatic', development: false } },
        test: { name: 'screens', env: { ...env, NODE_ENV: 'production' }, include: ['**/*.test.tsx'], exclude },
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
