import { defineConfig } from 'prisma/config';

/** For `prisma generate` and `prisma format` only; migrations run through lib/infra/db/migrate.ts. */
export default defineConfig({ schema: 'prisma/schema', migrations: { path: 'prisma/migrations' } });
