import * as z from 'zod';
import type { Notice, NoticeItem, Story } from '@/lib/domain/notify/notice';
import { byLine, cut, hostOf, lines, oneLine, sentOver } from './_text';
import { definePush } from './define';

interface Text {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
  readonly emoji?: false;
  readonly verbatim?: true;
}
type Block =
  | { readonly type: 'header' | 'section'; readonly text: Text }
  | { readonly type: 'context'; readonly elements: readonly Text[] }
  | { readonly type: 'divider' };

// Slack's limits, the total being one that it does not document.
const limits = { header: 150, section: 2_900, blocks: 48, total: 11_000 } as const;

/** Source: Slack, "Incoming webhooks" and "Block Kit". What people wrote stands in plain text only, which Slack reads as nothing but text. */
export const adapter = definePush({
  id: 'slack',
  label: 'Slack',
  summary: 'A channel in Slack, by an incoming webhook',
  settings: z.strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .describe('The address of the incoming webhook'),
  }),
  way: 'web',
  forEveryone: false,
  digests: true,
  signs: false,
  hint: ({ url }) => hostOf(url),
  urls: ({ url }) => [url],
  render: (notice) => {
    const blocks = withinLimits(blocksOf(notice));
    return JSON.stringify({ text: escaped(cut(oneLine(notice.title), 300)), blocks });
  },
  send: async (body: string, { url }, outside) =>
    sentOver(await outside.http({ url, headers: { 'content-type': 'application/json' }, body }), outside.now),
});

function blocksOf(notice: Notice): Block[] {
  return [
    { type: 'header', text: plain(oneLine(notice.title), limits.header) },
    ...notice.stories.flatMap((story, at): Block[] => [
      ...(at > 0 ? [{ type: 'divider' } as const] : []),
      ...told(story, notice),
    ]),
    {
      type: 'context',
      elements: [
        plain(`${notice.workspace.name} in Waymark`),
        link(notice.stop.url, notice.stop.words),
        ...(notice.unsubscribe ? [link(notice.unsubscribe.url, 'Stop messages like this')] : []),
      ],
    },
  ];
}

function told(story: Story, notice: Notice): Block[] {
  const words = [
    ...(notice.form === 'digest' ? [oneLine(story.headline)] : []),
    ...(story.consequence ? [oneLine(story.consequence)] : []),
    ...(story.request?.reason ? [`Why: ${cut(oneLine(story.request.reason), 600)}`] : []),
  ];
  return [
    ...(words.length > 0 ? [section(words.join('\n'))] : []),
    ...story.items.slice(0, 8).map((item) => section(itemWords(item))),
    {
      type: 'context',
      elements: [
        plain(cut(byLine(story), 400)),
        ...story.why.slice(0, 2).map((why) => plain(cut(oneLine(why), 300))),
        ...insteadOf(story),
        link(story.url, 'Open'),
        ...(story.acknowledgeUrl ? [link(story.acknowledgeUrl, 'Acknowledge')] : []),
      ],
    },
  ];
}

/** What to use from now on, as links: the change itself names it; an address that Slack would cut leads nowhere. */
function insteadOf({ items }: Story): Text[] {
  const told = items.flatMap(({ instead }) => instead).filter(({ url }) => url.length <= 1_000);
  return told.slice(0, 3).map(({ url }) => link(url, 'What to use instead'));
}

function itemWords(item: NoticeItem): string {
  const changes = item.changes.slice(0, 4).flatMap((change) => {
    if (change.before === null && change.after === null) return [`• ${cut(oneLine(change.sentence), 300)}`];
    return [
      `• ${oneLine(change.label)}`,
      ...(change.before === null ? [] : [`   before: ${cut(lines(change.before), 400)}`]),
      ...(change.after === null ? [] : [`   after: ${cut(lines(change.after), 400)}`]),
    ];
  });
  const said = changes.length > 0 ? changes : item.sentences.slice(0, 3).map((one) => `• ${cut(oneLine(one), 300)}`);
  return [oneLine(item.name), ...said].join('\n');
}

function section(text: string): Block {
  return { type: 'section', text: plain(text, limits.section) };
}

function plain(text: string, max: number = limits.section): Text {
  // An empty text is refused.
  return { type: 'plain_text', text: cut(text, max) || '·', emoji: false };
}

/** A link with words of ours; the address comes from the configured base and is percent-encoded. */
function link(url: string, words: string): Text {
  return { type: 'mrkdwn', text: `<${escaped(url.replaceAll('|', '%7C'))}|${escaped(words)}>`, verbatim: true };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Leaves out sections from the end until Slack takes it; the first and the last block stay. */
function withinLimits(blocks: readonly Block[]): Block[] {
  const kept = [...blocks];
  while (kept.length > 2 && (kept.length > limits.blocks || JSON.stringify(kept).length > limits.total)) {
    kept.splice(kept.length - 2, 1);
  }
  return kept;
}
