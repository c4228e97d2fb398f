import { adapter as atom } from './atom';
import type { ChannelAdapter } from './define';
import { adapter as email } from './email';
import { adapter as slack } from './slack';
import { adapter as teams } from './teams';
import { adapter as webhook } from './webhook';

/** Every kind of channel; a new one is one file and one line here. */
export const channelAdapters: readonly ChannelAdapter[] = [email, slack, teams, webhook, atom];

/** The kind of channel of an id. */
export function channelAdapter(id: string): ChannelAdapter | undefined {
  return channelAdapters.find((adapter) => adapter.id === id);
}
