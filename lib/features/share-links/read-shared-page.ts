import 'server-only';
import type { ExportFile } from '@/lib/adapters/exports/define';
import { createSite } from '@/lib/adapters/exports/documentation-site-parts/create-site';
import { itemPaths } from '@/lib/adapters/exports/documentation-site-parts/paths';
import { includesRole } from '@/lib/domain/access/roles';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import { dayOf } from '@/lib/domain/significance/plan-past';
import { hashSecret } from '@/lib/infra/auth/secrets';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { listTermsAsOf } from '@/lib/store/glossary-at';
import { listJourneysAsOf } from '@/lib/store/journey-versions';
import { readStanding } from '@/lib/store/memberships';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { readPlanPast } from '@/lib/store/plan-past';
import { readPlanAt } from '@/lib/store/read-plan-at';
import { readLiveShareLink, type ShareLink, touchShareLink } from '@/lib/store/share-links';
import { listSynonyms } from '@/lib/store/synonyms';

type Missing = { readonly code: 'share-link.not-found' };

/**
 * A page of the documentation of the plan that a link opens. Unknown, ended and revoked links and pages that are not
 * there are answered alike; so are links whose maker may no longer make one.
 */
export async function readSharedPage(input: { token: string; path: string }): Promise<Result<ExportFile, Missing>> {
  const missing = err({ code: 'share-link.not-found' as const });
  const tx = prisma();
  const at = now();
  const link = await readLiveShareLink(tx, hashSecret(input.token), at);
  if (!link) return missing;
  const { workspaceId } = link;
  const maker = await readStanding(tx, workspaceId, link.createdBy.id);
  if (!maker || !includesRole(maker.role, 'approver')) return missing;
  const opened = await readPlanAt(tx, workspaceId, link.planId, link.release ?? undefined);
  if (!opened.ok) return missing;
  const { plan, snapshot } = opened.value;
  const owners = await readOwnerNames(tx, workspaceId);
  const [itemId] = [...itemPaths(snapshot)].find(([, path]) => path === input.path) ?? [];
  const past = await readPlanPast(tx, workspaceId, snapshot, owners, { itemId });
  const glossary = await listTermsAsOf(tx, plan, link.release ?? undefined);
  const synonyms = (await listSynonyms(tx, workspaceId, plan.id)).map(({ words }) => words);
  const list = await listJourneysAsOf(tx, plan, link.release ?? undefined);
  const journeys = { list, stages: plan.stages, snapshot };
  const { slug, name } = plan;
  const shown = { slug, name, snapshot, ownerNames: namesIn(snapshot, owners), past, glossary, synonyms, journeys };
  const file = createSite(shown, bannerOf(link)).file(input.path);
  if (!file) return missing;
  await touchShareLink(tx, workspaceId, link.id, at);
  return ok(file);
}

function bannerOf({ createdBy, expiresAt }: ShareLink): string {
  return `Shared by ${createdBy.name} until ${dayOf(expiresAt)}. Read only.`;
}

function namesIn(snapshot: Snapshot, owners: OwnerNames): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { content } of snapshot.items.values())
    if (content.owner && !names.has(content.owner.id)) names.set(content.owner.id, owners.nameOf(content.owner));
  return names;
}
