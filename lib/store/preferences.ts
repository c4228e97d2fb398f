import 'server-only';
import type { ItemKind } from '../domain/plan/kinds/define';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** A person's own settings as they were stored, or undefined; the reader parses them. */
export async function readPreference(tx: Tx, userId: string): Promise<unknown> {
  return (await tx.userPreference.findUnique({ where: { userId } }))?.value;
}

/** Writes the settings that are named and keeps the others; in one statement, since two browsers may write at once. */
export async function savePreference(tx: Tx, userId: string, value: Readonly<Record<string, unknown>>): Promise<void> {
  const json = JSON.stringify(toJson(value));
  await tx.$executeRaw`
    insert into user_preferences (user_id, value, updated_at) values (${userId}, ${json}::jsonb, now())
    on conflict (user_id) do update set value = user_preferences.value || excluded.value, updated_at = now()`;
}

const defaultViewKey = (planId: string, kind: ItemKind) => `defaultView ${planId} ${kind}`;

/** The id of the view a list opens with for a person; the view may be gone by now. */
export async function readDefaultViewId(
  tx: Tx,
  userId: string,
  list: { readonly planId: string; readonly kind: ItemKind },
): Promise<string | null> {
  const stored = await readPreference(tx, userId);
  const id =
    typeof stored === 'object' && stored !== null
      ? (stored as Record<string, unknown>)[defaultViewKey(list.planId, list.kind)]
      : null;
  return typeof id === 'string' ? id : null;
}

/** Sets the view a list opens with for a person. */
export async function saveDefaultViewId(
  tx: Tx,
  userId: string,
  list: { readonly planId: string; readonly kind: ItemKind; readonly id: string | null },
): Promise<void> {
  await savePreference(tx, userId, { [defaultViewKey(list.planId, list.kind)]: list.id });
}
