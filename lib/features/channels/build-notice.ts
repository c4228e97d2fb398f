import 'server-only';
import { deliveryPayloadSchema } from '@/lib/contracts/channels';
import type { Notice, Story } from '@/lib/domain/notify/notice';
import { unsubscribeWords } from '@/lib/domain/notify/unsubscribe';
import { sign } from '@/lib/infra/auth/seal';
import { env } from '@/lib/infra/env';
import type { Channel } from '@/lib/store/channels';
import type { Delivery } from '@/lib/store/deliveries';
import { pushChannel } from './outside';
import { channelWhy, storyOf } from './story';
import { unsubscribeUrl, unsubscribeWhat } from './unsubscribe-link';

const linkDays = 60;

interface About {
  readonly channel: Pick<Channel, 'name' | 'type' | 'userId' | 'filter'>;
  readonly workspace: { readonly id: string; readonly slug: string; readonly name: string };
  /** Of a digest, what it is made of. */
  readonly parts: readonly Delivery[];
}

/** What a delivery says, the same for every attempt; undefined when what is stored of it cannot be read. */
export function buildNotice(delivery: Delivery, { channel, workspace, parts }: About): Notice | undefined {
  const base = `${env().baseUrl}/${workspace.slug}`;
  const told = delivery.form === 'digest' ? parts : delivery.form === 'news' ? [delivery] : [];
  const isOwn = channel.userId !== null;
  const stories = told.flatMap((one) => {
    const story = storyIn(one, base);
    return story ? [isOwn ? story : { ...story, why: [channelWhy(channel)] }] : [];
  });
  if (stories.length === 0 && delivery.form !== 'test') return undefined;
  return {
    id: delivery.id,
    form: delivery.form,
    at: delivery.happenedAt.toISOString(),
    title: titleOf(delivery.form, stories, channel.name),
    workspace: { name: workspace.name, slug: workspace.slug },
    stories,
    stop: isOwn
      ? { words: 'Change or stop what you hear', url: `${base}/settings/notifications` }
      : { words: 'An admin changes or stops what comes here', url: `${base}/settings/channels` },
    unsubscribe:
      // Whoever reads a room of many must not silence it for the others; a letter can always be left.
      delivery.form === 'test' || (!isOwn && pushChannel(channel.type)?.way !== 'mail')
        ? null
        : {
            words: unsubscribeWords(unsubscribeWhat(delivery, { form: delivery.form, isOwn }), workspace.name),
            url: unsubscribeUrl(delivery),
          },
  };
}

function titleOf(form: Notice['form'], stories: readonly Story[], channelName: string): string {
  if (form === 'test') return `This is a test of ${channelName}. News will look like this.`;
  const [first] = stories;
  if (form === 'news' || stories.length === 1) return first?.headline ?? '';
  return `${stories.length} things to know: ${first?.headline ?? ''}`;
}

function storyIn(delivery: Delivery, base: string): Story | undefined {
  const payload = deliveryPayloadSchema.safeParse(delivery.payload).data;
  return payload && storyOf(payload, { base, at: delivery.happenedAt, acknowledgeUrl: acknowledgeUrl(delivery) });
}

/** A link to a page that asks its holder to press a button; whose and what about is signed, the address alone does nothing. */
function acknowledgeUrl({ userId, workspaceId, subjectKey, happenedAt }: Delivery): string | null {
  if (userId === null) return null;
  const until = happenedAt.getTime() + linkDays * 86_400_000;
  return `${env().baseUrl}/acknowledge/${sign('acknowledge', JSON.stringify([workspaceId, userId, subjectKey, until]))}`;
}
