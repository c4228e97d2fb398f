import type { ChannelView, DeliveryView } from '@/lib/contracts/channels';
import { type ChannelEvent, hasDigest, type Pace } from '@/lib/domain/notify/channel';

/** When a channel speaks, as a choice. */
export const paceWords: Record<Pace, { label: string; hint: string }> = {
  urgent: {
    label: 'What cannot wait, and a digest',
    hint: 'Reviews, mentions and changed meanings at once; the rest once a day',
  },
  'urgent-only': {
    label: 'Only what cannot wait',
    hint: 'Reviews, mentions and changed meanings at once; the rest is in your inbox',
  },
  each: { label: 'Everything at once', hint: 'A message for each thing that happens' },
  digest: { label: 'Only a digest', hint: 'One message a day, when there is something' },
};

/** When a channel speaks, in a line of a table. */
export function paceLine({ pace, digestHour, timeZone }: ChannelView): string {
  if (!hasDigest(pace)) return paceWords[pace].label;
  const hour = `${String(digestHour).padStart(2, '0')}:00${timeZone ? ` ${timeZone}` : ''}`;
  return `${paceWords[pace].label} at ${hour}`;
}

/** What can happen that a channel of the workspace tells of. */
export const eventWords: Record<ChannelEvent, string> = {
  released: 'Releases',
  'review-asked': 'Reviews asked for',
  due: 'Review dates and endings that come near',
};

/** What a channel passes on, in a line of a table; empty when that is everything. */
export function filterLine({ filter }: ChannelView): string {
  const { significances, tags, owners, sources, plans, events } = filter;
  return [
    events.length === 1 && events[0] === 'released' ? '' : events.map((event) => eventWords[event]).join(', '),
    significances.length > 0 ? significances.join(', ') : '',
    tags.length > 0 ? `tagged ${tags.join(', ')}` : '',
    owners.length > 0 ? `${owners.length} ${owners.length === 1 ? 'owner' : 'owners'}` : '',
    sources.length > 0 ? `${sources.length} ${sources.length === 1 ? 'source' : 'sources'}` : '',
    plans.length > 0 ? `${plans.length} ${plans.length === 1 ? 'plan' : 'plans'}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}

/** How far a delivery is, with a tone for its badge. */
export const deliveryWords: Record<
  DeliveryView['status'],
  { label: string; tone: 'neutral' | 'added' | 'removed' | 'changed' }
> = {
  waiting: { label: 'Waits for the digest', tone: 'neutral' },
  gathered: { label: 'In a digest', tone: 'neutral' },
  pending: { label: 'On its way', tone: 'changed' },
  delivered: { label: 'Delivered', tone: 'added' },
  dead: { label: 'Given up', tone: 'removed' },
  skipped: { label: 'Not needed', tone: 'neutral' },
};
