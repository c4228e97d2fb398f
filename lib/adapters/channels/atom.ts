import * as z from 'zod';
import type { NoticeItem } from '@/lib/domain/notify/notice';
import { byLine, lines, oneLine } from './_text';
import { definePull, type FeedStory } from './define';

/** Source: RFC 4287 (Atom). */
export const adapter = definePull({
  id: 'atom',
  label: 'Atom feed',
  summary: 'The releases of a plan, an item, an owner or a tag, for a feed reader',
  settings: z.strictObject({
    plan: z.string().max(100).describe('Address of the plan'),
    about: z.enum(['plan', 'item', 'owner', 'tag']).default('plan'),
    target: z.string().max(300).default('').describe('Id of the item or owner, or the tag'),
  }),
  hint: ({ plan, about }) => (about === 'plan' ? `Releases of ${plan}` : `Releases of ${plan}, one ${about}`),
  contentType: 'application/atom+xml; charset=utf-8',
  feed: (about, stories) =>
    [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      `<id>${xml(about.id)}</id>`,
      `<title>${xml(oneLine(about.title))}</title>`,
      `<updated>${xml(about.updatedAt)}</updated>`,
      `<link rel="self" type="application/atom+xml" href="${xml(about.selfUrl)}"/>`,
      `<link rel="alternate" type="text/html" href="${xml(about.pageUrl)}"/>`,
      '<generator>Waymark</generator>',
      ...stories.flatMap((story) => entry(about.id, story)),
      '</feed>',
      '',
    ].join('\n'),
});

function entry(feedId: string, story: FeedStory): string[] {
  return [
    '<entry>',
    `<id>${xml(`${feedId}:release:${story.release ?? story.request?.number ?? story.at}`)}</id>`,
    `<title>${xml(oneLine(story.headline))}</title>`,
    `<updated>${xml(story.notes?.editedAt ?? story.at)}</updated>`,
    `<author><name>${xml(oneLine(story.actor) || 'Waymark')}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xml(story.url)}"/>`,
    // Text, not HTML: a reader shows it as it is written.
    `<content type="text">${xml(contentOf(story))}</content>`,
    '</entry>',
  ];
}

function contentOf(story: FeedStory): string {
  if (story.notes) return `${lines(story.notes.text)}\n\n${byLine(story)}`;
  return [
    story.consequence,
    story.request?.reason && `Why: ${lines(story.request.reason)}`,
    ...story.items.map(itemWords),
    story.omitted > 0 ? `And ${story.omitted} more.` : '',
    byLine(story),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function itemWords(item: NoticeItem): string {
  const changes = item.changes.map((change) =>
    change.before === null && change.after === null
      ? `- ${oneLine(change.sentence)}`
      : `- ${oneLine(change.label)}: ${oneLine(change.before ?? 'nothing')} → ${oneLine(change.after ?? 'nothing')}`,
  );
  return [
    oneLine(item.name),
    ...(changes.length > 0 ? changes : item.sentences.map((one) => `- ${oneLine(one)}`)),
    ...item.instead.map(({ words, url }) => `- ${oneLine(words)}: ${url}`),
  ].join('\n');
}

// XML 1.0 has no way to write most controls, nor half a surrogate pair.
const unwritable = /(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu;

function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
