import { requireEnv } from '@/lib/infra/env';
import { migrate } from '@/lib/infra/db/migrate';

const applied = await migrate(requireEnv('databaseUrl'));
console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
