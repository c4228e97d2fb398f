import { migrate } from '@/lib/infra/db/migrate';
import { requireEnv } from '@/lib/infra/env';

const applied = await migrate(requireEnv('databaseUrl'));
console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
