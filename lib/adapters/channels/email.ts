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
  readonly leaveUrl: string | null;
}

/** Source: RFC 5322 (letters), RFC 3834 (automatic ones), RFC 8058 (leaving with one press). */
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
    leaveUrl: notice.unsubscribe?.url ?? null,
  }),
  send: async ({ subject, text, html, id, leaveUrl }: Message, { address }, outside) => {
    const headers = {
      'Auto-Submitted': 'auto-generated',
      'X-Waymark-Delivery': id,
      ...(leaveUrl && {
        'List-Unsubscribe': `<${leaveUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
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
