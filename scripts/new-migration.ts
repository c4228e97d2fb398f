import { findDrift, writeMigration } from '@/lib/infra/db/migrations';

const [name, ...rest] = process.argv.slice(2);

if (name === '--check') {
  const drift = await findDrift('prisma/schema', 'prisma/migrations');
  if (drift !== undefined) {
    const shown = drift.split('\n').slice(0, 30).join('\n');
    console.error(
      `The migrations do not end at the schema. Missing, among others:\n${shown}\nRun: npm run migrate:new -- <name>`,
    );
    process.exit(1);
  }
} else if (!name || rest.length > 0 || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error('Usage: npm run migrate:new -- <name-in-kebab-case>');
  process.exit(2);
} else {
  const folder = await writeMigration('prisma/schema', 'prisma/migrations', name);
  console.log(folder ? `Wrote ${folder}.` : 'The schema has not changed.');
}
