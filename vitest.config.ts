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
// They choose settings that a process reads once, so that each of these files has a process of its own.
const alone = ['lib/features/channels/*.db.test.ts', 'lib/features/auth/first-admin.db.test.ts'];
// Whoever changes nothing must see nothing change; the long mode draws other cases every time.
const drawn = process.env.WAYMARK_LONG ? [] : ['lib/domain/testing/same-cases.ts'];
const database = {
  server,
  exclude,
  globalSetup: ['lib/infra/db/test-database.ts'],
  setupFiles: [...drawn, 'lib/infra/db/worker-database.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
const env = { WAYMARK_SECRET: 'a secret that only tests know, long enough', NODE_ENV: 'test' } as const;

export default defineConfig({
  test: {
    // Left alone it spares a core, which is half of a small machine.
    maxWorkers: '100%',
    projects: [
      {
        resolve,
        ssr,
        test: {
          name: 'unit',
          // They share nothing but what they import, which takes longer to load than most of them to run.
          isolate: false,
          setupFiles: drawn,
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
        test: {
          name: 'screens',
          setupFiles: drawn,
          env: { ...env, NODE_ENV: 'production' },
          include: ['**/*.test.tsx'],
          exclude,
          testTimeout: 30_000,
        },
      },
      {
        resolve,
        ssr,
        test: {
          ...database,
          name: 'db',
          env,
          include: ['**/*.db.test.ts'],
          exclude: [...exclude, ...alone],
          isolate: false,
        },
      },
      { resolve, ssr, test: { ...database, name: 'db-alone', env, include: alone } },
    ],
  },
});
