import 'server-only';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** A person's own settings as they were stored, or undefined; the reader parses them. */
export async function readPreference(tx: Tx, userId: string): Promise<unknown> {
  return (await tx.userPreference.findUnique({ where: { userId } }))?.value;
}

/** Replaces a person's own settings. */
export async function savePreference(tx: Tx, userId: string, value: unknown): Promise<void> {
  const json = toJson(value);
  await tx.userPreference.upsert({ where: { userId }, create: { userId, value: json }, update: { value: json } });
}
