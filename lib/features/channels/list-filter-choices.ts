import 'server-only';
import type { FilterChoices } from '@/lib/contracts/channels';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { qualifiedName } from '@/lib/domain/plan/item';
import { prisma } from '@/lib/infra/db/client';
import { foldName } from '@/lib/kit/fold';
import { ok, type Result } from '@/lib/kit/result';
import { listPeople } from '@/lib/store/memberships';
import { listPlans } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { listTeams } from '@/lib/store/teams';

/** What the filter of a channel can name: the plans there are with their sources and tags, and who owns things. */
export async function listFilterChoices(actor: Actor): Promise<Result<FilterChoices, AccessDenied>> {
  const allowed = can(actor, 'channel.read');
  if (!allowed.ok) return allowed;
  const tx = prisma();
  const { workspaceId } = actor;
  const plans = await listPlans(tx, workspaceId, { archived: false });
  const sources: FilterChoices['sources'] = [];
  const tags = new Map<string, string>();
  for (const plan of plans) {
    const snapshot = await loadSnapshot(tx, workspaceId, plan.id, plan.headRelease);
    for (const item of snapshot.items.values()) {
      if (item.kind === 'source') sources.push({ id: item.id, name: qualifiedName(item), plan: plan.name });
      for (const tag of item.content.tags) if (!tags.has(foldName(tag))) tags.set(foldName(tag), tag);
    }
  }
  const teams = await listTeams(tx, workspaceId, { archived: false });
  const people = await listPeople(tx, workspaceId);
  const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, 'en');
  return ok({
    plans: plans.map(({ id, name }) => ({ id, name })).sort(byName),
    owners: [
      ...teams.map(({ id, name }) => ({ id, name, type: 'team' as const })).sort(byName),
      ...people.map(({ userId, name }) => ({ id: userId, name, type: 'person' as const })).sort(byName),
    ],
    sources: sources.sort(byName),
    tags: [...tags.values()].sort((a, b) => a.localeCompare(b, 'en')),
  });
}
