import type { ImpactView } from '@/lib/contracts/change-requests';
import type { Impact } from '@/lib/domain/impact/impact';
import type { Owner } from '@/lib/domain/plan/parts';
import { itemOfKind, type Snapshot } from '@/lib/domain/plan/snapshot';
import { type People, personName, teamName } from '@/lib/domain/review/people';

/** Whom changes reach, with names for ids. */
export function impactView(impact: Impact, before: Snapshot, people: People): ImpactView {
  const running = new Set(impact.experiments.filter((one) => one.running).map((one) => one.consumerId));
  const ownerName = (owner: Owner) =>
    owner.type === 'team' ? teamName(people, owner.id) : personName(people, owner.id);
  return {
    words: impact.words,
    consumers: impact.consumers.map((one) => ({
      itemId: one.consumerId,
      name: one.name,
      type: one.type,
      why: one.why,
      owner: one.owner ? ownerName(one.owner) : null,
      link: itemOfKind(before, 'consumer', one.consumerId)?.content.links[0]?.url ?? null,
      running: running.has(one.consumerId),
    })),
    owners: impact.owners.map((one) => ownerName(one.owner)),
    sources: impact.sources.map((one) => ({ itemId: one.sourceId, name: one.name, why: one.why })),
    watchers: impact.watchers.map((one) => personName(people, one.userId)),
  };
}
