import pg from 'pg';
import { migrate } from '@/lib/infra/db/migrate';
import { newId } from '@/lib/kit/id';

/** A migrated database beside the one that tests share: for tests that do whatever is due, whoever's it is. */
export async function ownDatabase(sharedUrl: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const client = new pg.Client({ connectionString: sharedUrl });
  await client.connect();
  const name = newId('own');
  await client.query(`create database ${name}`);
  const url = new URL(sharedUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  const drop = async () => {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
  };
  return { url: url.href, drop };
}
