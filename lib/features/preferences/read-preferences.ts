import 'server-only';
import { type PreferencesView, preferencesSchema } from '@/lib/contracts/preferences';
import { prisma } from '@/lib/infra/db/client';
import { ok, type Result } from '@/lib/kit/result';
import { readPreference } from '@/lib/store/preferences';

/** How the person likes the product; what they never chose is the standard. */
export async function readPreferences(person: { userId: string }): Promise<Result<PreferencesView, never>> {
  const stored = preferencesSchema.safeParse((await readPreference(prisma(), person.userId)) ?? {});
  return ok(stored.success ? stored.data : preferencesSchema.parse({}));
}
