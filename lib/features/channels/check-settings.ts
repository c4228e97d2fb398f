import 'server-only';
import type { ChannelAdapter } from '@/lib/adapters/channels/define';
import type { FieldError } from '@/lib/infra/http/problem';
import { checkOutgoing } from '@/lib/infra/outgoing/check-url';
import { err, ok, type Result } from '@/lib/kit/result';

export interface SettingsInvalid {
  readonly code: 'channel.invalid';
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
}

/** What a person filled in for a kind of channel, checked; addresses that we would call must not be internal. */
export async function checkSettings(
  adapter: ChannelAdapter,
  input: Readonly<Record<string, string>>,
): Promise<Result<Record<string, unknown>, SettingsInvalid>> {
  const parsed = adapter.settings.safeParse(input);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: ['settings', ...path].join('.'), message }));
    return err({ code: 'channel.invalid', errors });
  }
  const urls = adapter.direction === 'push' ? adapter.urls(parsed.data) : [];
  for (const url of urls) {
    const checked = await checkOutgoing(url);
    if (checked.ok) continue;
    const { detail } = checked.error;
    return err({ code: 'channel.invalid', detail, errors: [{ path: 'settings.url', message: detail }] });
  }
  return ok(parsed.data as Record<string, unknown>);
}
