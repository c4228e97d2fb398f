import 'server-only';
import * as z from 'zod';
import type { FeedAbout, FeedStory } from '@/lib/adapters/channels/define';
import { channelAdapter } from '@/lib/adapters/channels/list';
import { heardOf } from '@/lib/contracts/news-items';
import { diffPlans } from '@/lib/domain/diff/diff-plans';
import { channelFilterSchema } from '@/lib/domain/notify/channel';
import { factsOf, heardBy } from '@/lib/domain/notify/facts';
import type { Story } from '@/lib/domain/notify/notice';
import { qualifiedName } from '@/lib/domain/plan/item';
import { itemPath } from '@/lib/domain/plan-query/item-path';
import { classifyPlanDiff } from '@/lib/domain/significance/classify-plan-diff';
import { hashSecret } from '@/lib/infra/auth/secrets';
import { prisma } from '@/lib/infra/db/client';
import { env } from '@/lib/infra/env';
import type { Call } from '@/lib/infra/http/call';
import { err, ok, type Result } from '@/lib/kit/result';
import { type Channel, readChannelByToken } from '@/lib/store/channels';
import { readStanding } from '@/lib/store/memberships';
import { type OwnerNames, readOwnerNames } from '@/lib/store/owner-names';
import { type Plan, readPlan } from '@/lib/store/plans';
import { type EditedNotes, readEditedNotes } from '@/lib/store/release-notes';
import { listReleases, type Release } from '@/lib/store/releases';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { readWorkspace } from '@/lib/store/workspaces';
import { openSettings } from './channel-settings';
import { storyOf } from './story';

const mostReleases = 20;
const aboutSchema = z.object({
  plan: z.string(),
  about: z.enum(['plan', 'item', 'owner', 'tag']),
  target: z.string(),
});
type About = z.infer<typeof aboutSchema>;

interface Feed {
  readonly fileName: string;
  readonly contentType: string;
  readonly body: string;
  readonly etag: string;
  readonly isInline: true;
}

/** A feed by the secret in its address, for as long as whose it is may read the plan. */
export async function readFeed(
  _call: Call,
  input: { token: string },
): Promise<Result<Feed, { code: 'feed.not-found' }>> {
  const tx = prisma();
  const missing = err({ code: 'feed.not-found' as const });
  const channel = await readChannelByToken(tx, hashSecret(input.token));
  const adapter = channel && channelAdapter(channel.type);
  if (channel?.state !== 'active' || adapter?.direction !== 'pull') return missing;
  const standing = await readStanding(tx, channel.workspaceId, channel.userId ?? channel.createdBy.id);
  const workspace = await readWorkspace(tx, channel.workspaceId);
  const about = aboutSchema.safeParse(openSettings(channel)?.settings).data;
  const plan = about && (await readPlan(tx, channel.workspaceId, about.plan));
  if (!standing || !workspace || !about || !plan || plan.archivedAt) return missing;
  const base = `${env().baseUrl}/${workspace.slug}`;
  const { items: releases } = await listReleases(tx, channel.workspaceId, plan.id, {
    limit: mostReleases,
    ...(about.about === 'item' ? { itemId: about.target } : {}),
  });
  const names = await readOwnerNames(tx, channel.workspaceId);
  const edited = await editedNotes(plan, about, releases);
  const stories: FeedStory[] = [];
  for (const release of releases) {
    const story = await storyOfRelease(plan, release, about, names, base);
    const notes = edited.get(release.number);
    if (story) stories.push(notes ? { ...story, notes } : story);
  }
  const head: FeedAbout = {
    id: `urn:waymark:${channel.id}`,
    title: `${channel.name}: ${plan.name}`,
    selfUrl: `${env().baseUrl}/api/v1/feeds/${input.token}`,
    pageUrl: await pageOf(base, plan, about, channel),
    updatedAt: newestOf(stories) ?? channel.createdAt.toISOString(),
  };
  const { contentType } = adapter;
  const edits = newestOf(stories) ?? '';
  const etag = `${channel.id}-${channel.lockVersion}-${plan.lockVersion}-${plan.headRelease}-${edits}-${edited.size}`;
  return ok({ fileName: `${plan.slug}.xml`, contentType, body: adapter.feed(head, stories), etag, isInline: true });
}

/** The notes that were edited: a feed of the whole plan shows them in place of what the product says. */
async function editedNotes(plan: Plan, about: About, releases: readonly Release[]) {
  if (about.about !== 'plan') return new Map<number, FeedStory['notes']>();
  const numbers = releases.map((release) => release.number);
  const edited = await readEditedNotes(prisma(), plan.workspaceId, plan.id, numbers);
  return new Map([...edited].flatMap(([number, notes]) => noted(number, notes)));
}

function noted(number: number, { text, editedAt }: EditedNotes): [number, FeedStory['notes']][] {
  return text === null ? [] : [[number, { text, editedAt: editedAt.toISOString() }]];
}

function newestOf(stories: readonly FeedStory[]): string | undefined {
  return stories
    .map((story) => story.notes?.editedAt ?? story.at)
    .sort()
    .at(-1);
}

async function pageOf(base: string, plan: Plan, about: About, channel: Channel): Promise<string> {
  const planUrl = `${base}/${plan.slug}`;
  if (about.about !== 'item') return `${planUrl}/releases`;
  const item = (await loadSnapshot(prisma(), channel.workspaceId, plan.id, plan.headRelease)).items.get(about.target);
  return item ? `${planUrl}/${itemPath(item)}` : `${planUrl}/releases`;
}

async function storyOfRelease(
  plan: Plan,
  release: Release,
  about: About,
  owners: OwnerNames,
  base: string,
): Promise<Story | undefined> {
  const [before, after] = await Promise.all(
    [release.number - 1, release.number].map((number) => loadSnapshot(prisma(), plan.workspaceId, plan.id, number)),
  );
  if (!before || !after) return undefined;
  const changes = classifyPlanDiff(before, after, diffPlans(before, after), new Set());
  const facts = factsOf(changes, before, after);
  const itemIds =
    about.about === 'item'
      ? facts.map((fact) => fact.itemId).filter((id) => id === about.target)
      : heardBy(channelFilterSchema.parse(filterOf(about)), facts);
  if (itemIds.length === 0) return undefined;
  const nameOf = (id: string) => {
    const item = after.items.get(id) ?? before.items.get(id);
    return item ? qualifiedName(item) : owners.nameOfId(id);
  };
  const { items, omitted, significance, consequence, line } = heardOf(changes, before, after, nameOf, itemIds);
  const at = release.createdAt;
  const news = {
    kind: 'released' as const,
    important: false,
    actor: release.mergedBy.name,
    words: `merged it as release ${release.number}`,
    request: {
      number: release.changeRequest.number,
      title: release.changeRequest.title,
      reason: release.changeRequest.reason,
    },
    release: { number: release.number, at: at.toISOString() },
    ...{ significance, consequence, line, omitted, items: [...items], because: [] },
  };
  return storyOf({ news, plan: { slug: plan.slug, name: plan.name }, reasons: [] }, { base, at, acknowledgeUrl: null });
}

function filterOf({ about, target }: About): object {
  return about === 'owner' ? { owners: [target] } : about === 'tag' ? { tags: [target] } : {};
}
