import 'server-only';
import type { PreferencesView, UpdatePreferencesRequest } from '@/lib/contracts/preferences';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { savePreference } from '@/lib/store/preferences';
import { readPreferences } from './read-preferences';

/** Changes what is named and leaves the rest. */
export async function updatePreferences(
  person: { userId: string },
  input: UpdatePreferencesRequest,
): Promise<Result<PreferencesView, never>> {
  const before = await readPreferences(person);
  if (!before.ok) return before;
  const { theme, density, palette, singleKeys, timeZone, sqlDialect } = input;
  const next: PreferencesView = {
    theme: theme ?? before.value.theme,
    density: density ?? before.value.density,
    palette: palette ?? before.value.palette,
    singleKeys: singleKeys ?? before.value.singleKeys,
    timeZone: timeZone === undefined ? before.value.timeZone : timeZone,
    sqlDialect: sqlDialect === undefined ? before.value.sqlDialect : sqlDialect,
  };
  await savePreference(prisma(), person.userId, next);
  return ok(next);
}
