import * as z from 'zod';
import type { Notice, NoticeItem, Story } from '@/lib/domain/notify/notice';
import { byLine, cut, hostOf, lines, oneLine, sentOver } from './_text';
import { definePush } from './define';

interface Run {
  readonly type: 'TextRun';
  readonly text: string;
  readonly weight?: 'Bolder';
  readonly size?: 'Large';
  readonly isSubtle?: true;
}
interface Block {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly Run[];
  readonly separator?: true;
}
interface Action {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
}

/** Teams takes 28 KB; the envelope and what its own server adds need room. */
const maxBytes = 20_000;

/**
 * Source: Microsoft, "Post to a channel when a webhook request is received" (Workflows) and Adaptive Cards 1.4.
 * What people wrote stands in text runs only, which know no Markdown, no links and no mentions.
 */
export const adapter = definePush({
  id: 'teams',
  label: 'Microsoft Teams',
  summary: 'A channel in Teams, by a workflow that takes webhook requests',
  settings: z.strictObject({
    url: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .describe('The address of the workflow'),
  }),
  way: 'web',
  forEveryone: false,
  digests: true,
  signs: false,
  hint: ({ url }) => hostOf(url),
  urls: ({ url }) => [url],
  render: (notice) => {
    const body = notice.stories.flatMap((story, at) => told(story, notice, at > 0));
    for (;;) {
      const text = JSON.stringify(card(notice, body));
      if (body.length <= 1 || Buffer.byteLength(text) <= maxBytes) return text;
      body.pop();
    }
  },
  send: async (body: string, { url }, outside) =>
    sentOver(await outside.http({ url, headers: { 'content-type': 'application/json' }, body }), outside.now),
});

function card(notice: Notice, told: readonly Block[]) {
  const footer = rich([run(`${notice.workspace.name} in Waymark. ${notice.stop.words}.`, { isSubtle: true })]);
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    body: [rich([run(cut(notice.title, 300), { weight: 'Bolder', size: 'Large' })]), ...told, footer],
    actions: actionsOf(notice),
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return { type: 'message', attachments: [attachment] };
}

function actionsOf(notice: Notice): Action[] {
  const [only] = notice.stories;
  const open = (title: string, url: string): Action => ({ type: 'Action.OpenUrl', title, url });
  const about = only && notice.form !== 'digest' ? [open('Open', only.url)] : [];
  const acknowledge =
    only?.acknowledgeUrl && notice.form !== 'digest' ? [open('Acknowledge', only.acknowledgeUrl)] : [];
  const instead = about.length > 0 ? (only?.items.flatMap((item) => item.instead) ?? []).slice(0, 1) : [];
  const stops = [
    open('Change what you hear', notice.stop.url),
    ...(notice.unsubscribe ? [open('Stop messages like this', notice.unsubscribe.url)] : []),
  ];
  const uses = instead.map(({ words, url }) => open(cut(oneLine(words), 80), url));
  return [...about, ...uses, ...acknowledge, ...stops];
}

function told(story: Story, notice: Notice, separator: boolean): Block[] {
  const head = notice.form === 'digest' ? [rich([run(story.headline, { weight: 'Bolder' })], separator)] : [];
  return [
    ...head,
    ...(story.consequence ? [rich([run(story.consequence)])] : []),
    ...(story.request?.reason ? [rich([run(`Why: ${cut(story.request.reason, 600)}`)])] : []),
    ...story.items.slice(0, 10).map(itemBlock),
    rich([run([byLine(story), ...story.why].join(' · '), { isSubtle: true })]),
  ];
}

function itemBlock(item: NoticeItem): Block {
  const changes = item.changes.slice(0, 5).map((change) => {
    if (change.before === null && change.after === null) return cut(oneLine(change.sentence), 400);
    const sides = [change.before ?? 'nothing', change.after ?? 'nothing'].map((side) => cut(lines(side), 400));
    return `${oneLine(change.label)}: ${sides.join(' → ')}`;
  });
  const said = changes.length > 0 ? changes : item.sentences.slice(0, 3).map((one) => cut(oneLine(one), 400));
  return rich([run(item.name, { weight: 'Bolder' }), ...said.map((words) => run(`\n${words}`, {}, lines))]);
}

function rich(inlines: readonly Run[], separator = false): Block {
  return { type: 'RichTextBlock', inlines, ...(separator ? { separator: true as const } : {}) };
}

function run(text: string, style: Omit<Run, 'type' | 'text'> = {}, clean: (text: string) => string = oneLine): Run {
  const breaks = text.startsWith('\n') ? '\n' : '';
  return { type: 'TextRun', text: `${breaks}${clean(text)}`, ...style };
}
