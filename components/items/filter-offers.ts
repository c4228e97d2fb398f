import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { FilterOffer } from './filter-bar';

const common: readonly FilterOffer[] = [
  { label: 'Owned by me or my teams', text: 'owner:me' },
  { label: 'Without an owner', text: 'no:owner' },
  { label: 'Without a meaning', text: 'no:meaning' },
  { label: 'Changed in the last 30 days', text: 'changed:<30d' },
  { label: 'Past their review date', text: 'review:overdue' },
  { label: 'Live', text: 'lifecycle:live' },
  { label: 'Planned', text: 'lifecycle:planned' },
  { label: 'Deprecated', text: 'lifecycle:deprecated' },
];

const ofKind: Record<ItemKind, readonly FilterOffer[]> = {
  event: [
    { label: 'With personal data', text: 'class:personal' },
    { label: 'Without a consumer', text: 'no:consumer' },
    { label: 'Without a source', text: 'no:source' },
  ],
  property: [
    { label: 'Personal data', text: 'class:personal' },
    { label: 'Data class undeclared', text: 'class:undeclared' },
    { label: 'Used nowhere', text: 'no:use' },
  ],
  'property-group': [{ label: 'Used nowhere', text: 'no:use' }],
  source: [
    { label: 'On the server', text: 'type:server' },
    { label: 'On the client', text: 'type:client' },
  ],
  destination: [{ label: 'Receives nothing', text: 'no:use' }],
  consumer: [
    { label: 'Experiments', text: 'type:experiment' },
    { label: 'Dashboards', text: 'type:dashboard' },
  ],
};

/** The conditions a list of a kind offers, its stages first. */
export function filterOffers(kind: ItemKind, stages: readonly string[]): readonly FilterOffer[] {
  const staged =
    kind === 'event'
      ? stages.map((stage) => ({
          label: `Stage ${stage}`,
          text: /\s/u.test(stage) ? `stage:"${stage}"` : `stage:${stage}`,
        }))
      : [];
  return [...common, ...ofKind[kind], ...staged];
}
