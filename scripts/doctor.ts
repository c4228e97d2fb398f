import { join } from 'node:path';
import { runningEmbedded } from '@/lib/infra/db/embedded';
import { parseEnv } from '@/lib/infra/env';
import { openDatabase, openDataDir } from './instance';

/** Reads an instance, running or not, and says which of the promises in docs/decisions hold in it; changes nothing. */
const env = parseEnv(process.env);
const running = env.databaseUrl ?? runningEmbedded(join(openDataDir(env), 'postgres'));
const { url, embedded } = running ? { url: running, embedded: undefined } : await openDatabase(env);
process.env.DATABASE_URL = url;
// Only now: settings are read once, by whoever is loaded first.
const { examineInstance } = await import('@/lib/features/doctor/examine-instance');
const { prisma } = await import('@/lib/infra/db/client');
let broken = 0;
try {
  for (const { id, name, why, violations, examples } of await examineInstance()) {
    broken += violations;
    console.log(`${violations === 0 ? '✓' : '✗'} ${id.padEnd(3)} ${String(violations).padStart(6)}  ${name}`);
    if (violations === 0) continue;
    console.log(`${' '.repeat(14)}${why}`);
    for (const example of examples) console.log(`${' '.repeat(14)}· ${example}`);
  }
  console.log(broken === 0 ? 'Everything holds.' : `${broken} violations.`);
} finally {
  await prisma().$disconnect();
  await embedded?.stop();
}
process.exit(broken === 0 ? 0 : 1);
