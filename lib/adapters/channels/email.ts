import * as z from 'zod';
import type { Notice } from '@/lib/domain/notify/notice';
import { cut, oneLine } from './_text';
import { definePush } from './define';
import { letterHtml } from './email/html';
import { letterText } from './email/text';

interface Message {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly id: string;
  readonly stopUrl: string;
}

/** Source: RFC 5322 (letters), RFC 3834 (automatic ones), RFC 2369 (how to leave). */
export const adapter = definePush({
  id: 'email',
  label: 'E-mail',
  summary: 'Letters to an address, with a digest once a day',
  settings: z.strictObject({ address: z.email().max(254).describe('Who receives it') }),
  way: 'mail',
  forEveryone: true,
  digests: true,
  signs: false,
  hint: ({ address }) => address,
  urls: () => [],
  render: (notice): Message => ({
    subject: subjectOf(notice),
    text: letterText(notice),
    html: letterHtml(notice),
    id: notice.id,
    stopUrl: notice.stop.url,
  }),
  send: async ({ subject, text, html, id, stopUrl }: Message, { address }, outside) => {
    const headers = {
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': `<${stopUrl}>`,
      'X-Waymark-Delivery': id,
    };
    await outside.mail({ to: address, subject, text, html, id, headers });
    return { outcome: { kind: 'delivered' }, status: null, words: 'Taken by the mail server' };
  },
});

function subjectOf(notice: Notice): string {
  const [story] = notice.stories;
  const where = story && notice.form === 'news' ? ` (${oneLine(story.plan.name)})` : '';
  return `${cut(oneLine(notice.title), 150) || 'News from Waymark'}${cut(where, 60)}`;
}
