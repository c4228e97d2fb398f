import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Notice, Story } from '@/lib/domain/notify/notice';
import { cut, hostOf, sentOver } from './_text';
import { definePush } from './define';

/** Standard Webhooks asks for less than 20 KB. */
const maxBytes = 19_000;

interface Message {
  readonly id: string;
  /** What is signed and sent, byte for byte. */
  readonly body: string;
}

/** Source: Standard Webhooks 1.0.0. */
export const adapter = definePush({
  id: 'webhook',
  label: 'Webhook',
  summary: 'Signed JSON to an address of yours (Standard Webhooks)',
  settings: z.strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .describe('The address that takes the POST'),
  }),
  way: 'web',
  forEveryone: false,
  digests: false,
  signs: true,
  hint: ({ url }) => hostOf(url),
  urls: ({ url }) => [url],
  render: (notice): Message => ({ id: notice.id, body: bodyOf(notice) }),
  send: async ({ id, body }: Message, { url }, outside, { secrets }) => {
    const timestamp = `${Math.floor(outside.now.getTime() / 1_000)}`;
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': secrets.map((secret) => signatureOf(secret, id, timestamp, body)).join(' '),
    };
    return sentOver(await outside.http({ url, headers, body }), outside.now);
  },
});

/** `v1,` and the keyed digest of id, time and body; the secret is `whsec_` and base 64. */
function signatureOf(secret: string, id: string, timestamp: string, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}

/** Leaves out items first and then cuts texts, until it fits. */
function bodyOf(notice: Notice): string {
  const [story] = notice.stories;
  const type = story ? typeOf(story) : 'waymark.test';
  const workspace = { name: cut(notice.workspace.name, 300), slug: notice.workspace.slug };
  for (let items = story?.items.length ?? 0, share = 1; ; items = Math.floor(items / 2)) {
    const data = story ? dataOf(story, items, share) : { message: cut(notice.title, 500 * share) };
    const text = JSON.stringify({ type, timestamp: notice.at, data: { workspace, ...data, stop: notice.stop } });
    if (Buffer.byteLength(text) <= maxBytes) return text;
    if (items === 0) share /= 2;
  }
}

function typeOf(story: Story): string {
  if (story.kind === 'released') return 'plan.released';
  return story.request ? `change-request.${story.kind}` : `item.${story.kind}`;
}

function dataOf(story: Story, items: number, share: number) {
  const short = (text: string, max: number) => cut(text, Math.floor(max * share));
  const side = (text: string | null) => text && short(text, 800);
  return {
    headline: short(story.headline, 500),
    plan: { name: short(story.plan.name, 300), slug: story.plan.slug },
    release: story.release,
    request: story.request && {
      ...story.request,
      title: short(story.request.title, 300),
      reason: short(story.request.reason, 2_000),
    },
    actor: short(story.actor, 300),
    significance: story.significance,
    consequence: short(story.consequence, 300),
    why: story.why.map((sentence) => short(sentence, 400)),
    items: story.items.slice(0, items).map((item) => ({
      ...item,
      consequence: short(item.consequence, 300),
      sentences: item.sentences.map((sentence) => short(sentence, 400)),
      changes: item.changes.map(({ label, before, after, sentence }) => ({
        label: short(label, 300),
        before: side(before),
        after: side(after),
        sentence: side(sentence),
      })),
      instead: item.instead.map(({ words, url }) => ({ words: short(words, 400), url })),
    })),
    omitted: story.omitted + Math.max(0, story.items.length - items),
    url: story.url,
  };
}
