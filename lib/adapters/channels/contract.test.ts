import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import nodemailer from 'nodemailer';
import { describe, expect, it } from 'vitest';
import type { Notice, Story } from '@/lib/domain/notify/notice';
import type { Letter, Outside, PushChannel } from './define';
import { channelAdapters } from './list';

const base = 'https://plan.example.test/fern/shop';

/** Texts that harm where they are read as more than text. */
const evil = [
  '<!channel> <!here> <@U024BE7LH> <https://evil.test|click>',
  'a\r\nBcc: victim@evil.test\r\n\r\n<b>x</b>',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '[click](https://evil.test) ![x](https://evil.test/p.png) <at>everyone</at>',
  '*bold* _it_ ~no~ `code` :tada: # head\n> quote\n- [ ] task',
  '"; drop table x; -- & &amp; &lt;i&gt; \u202egnp.exe\u202c \u0000\u0007 \ud800',
  ']]> <![CDATA[ <entry> <?xml version="1.0"?> {{7*7}} $ {7*7}',
];
const wild = fc.oneof(
  fc.constantFrom(...evil),
  fc.tuple(fc.constantFrom(...evil), fc.string({ unit: 'binary' })).map(([a, b]) => a + b),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.integer({ min: 1, max: 6_000 }).map((length) => 'ab <!channel> '.repeat(length).slice(0, length)),
);

function storyOf(text: string, items: number): Story {
  return {
    headline: text,
    kind: 'released',
    at: '2026-03-01T12:00:00.000Z',
    plan: { name: text, slug: 'shop' },
    actor: text,
    words: text,
    request: { number: 4, title: text, reason: text, url: `${base}/change-requests/4` },
    release: 7,
    significance: 'meaning',
    consequence: text,
    items: Array.from({ length: items }, () => ({
      id: 'ev_1',
      kind: 'event',
      name: text,
      operation: 'changed',
      significance: 'meaning',
      consequence: text,
      sentences: [text],
      changes: [
        { label: text, before: text, after: text, sentence: text },
        { label: text, before: null, after: null, sentence: text },
      ],
      instead: [{ words: text, url: `${base}/events/${encodeURIComponent(text.toWellFormed())}` }],
      url: `${base}/events/${encodeURIComponent(text.toWellFormed())}`,
    })),
    omitted: 3,
    why: [text],
    url: `${base}/releases/7`,
    acknowledgeUrl: 'https://plan.example.test/acknowledge/abc.def',
  };
}

function noticeOf(text: string, form: Notice['form'] = 'news', items = 2): Notice {
  const count = form === 'digest' ? 12 : form === 'news' ? 1 : 0;
  return {
    id: 'dl_00112233445566778899aabbccddeeff',
    form,
    at: '2026-03-01T12:00:00.000Z',
    title: text,
    workspace: { name: text, slug: 'fern' },
    stories: Array.from({ length: count }, () => storyOf(text, items)),
    stop: { words: 'Change or stop what you hear', url: 'https://plan.example.test/fern/settings/notifications' },
    unsubscribe:
      form === 'test' ? null : { words: `Stop watching ${text}`, url: 'https://plan.example.test/unsubscribe/abc.def' },
  };
}

const settings: Record<string, object> = {
  email: { address: 'ada@example.test' },
  slack: { url: 'https://hooks.example.test/T/B/secret' },
  teams: { url: 'https://flow.example.test/secret' },
  webhook: { url: 'https://in.example.test/hook' },
};
const secrets = ['whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX'];
const pushes = channelAdapters.filter((one): one is PushChannel => one.direction === 'push');

/** What a channel hands to the outside, as text. */
async function sentBy(adapter: PushChannel, notice: Notice): Promise<{ body: string; letter: Letter | undefined }> {
  let body = '';
  let letter: Letter | undefined;
  const outside: Outside = {
    now: new Date('2026-03-01T12:00:05Z'),
    http: async (message) => {
      body = message.body;
      return { status: 200, retryAfter: null, body: 'ok' };
    },
    mail: async (one) => {
      letter = one;
    },
  };
  const sent = await adapter.send(adapter.render(notice), settings[adapter.id], outside, { secrets });
  expect(sent.outcome).toEqual({ kind: 'delivered' });
  return { body, letter };
}

const push = (id: string): PushChannel => {
  const found = pushes.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
};
const forms = fc.constantFrom<Notice['form'][]>('news', 'digest', 'test');

/** Every string of a JSON value with the key it stands under. */
function strings(value: unknown, key = ''): [string, string][] {
  if (typeof value === 'string') return [[key, value]];
  if (Array.isArray(value)) return value.flatMap((one) => strings(one, key));
  return Object.entries(value ?? {}).flatMap(([name, one]) => strings(one, name));
}

describe('the family of channels', () => {
  it('has one file per channel, named for it', () => {
    const files = readdirSync(import.meta.dirname)
      .filter((name) => name.endsWith('.ts') && !/^(_|list|define|.*\.test)/.test(name))
      .map((name) => name.replace('.ts', ''));
    expect(channelAdapters.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it('says the same of the same news, and shows no secret of an address', () => {
    for (const adapter of pushes) {
      expect(adapter.render(noticeOf('Order Completed'))).toEqual(adapter.render(noticeOf('Order Completed')));
      expect(adapter.hint(settings[adapter.id])).not.toContain('secret');
    }
  });
});

describe('what anybody wrote', () => {
  it('is only text to Slack, within its limits', async () => {
    await fc.assert(
      fc.asyncProperty(wild, forms, fc.nat(30), async (text, form, items) => {
        const { body } = await sentBy(push('slack'), noticeOf(text, form, items));
        const message = JSON.parse(body) as {
          text: string;
          blocks: { type: string; text?: { type: string; text: string } }[];
        };
        expect(message.text).not.toMatch(/[<>\r\n]/);
        expect(message.blocks.length).toBeLessThanOrEqual(50);
        expect(body.length).toBeLessThan(13_000);
        const texts = message.blocks.flatMap((block) =>
          'elements' in block ? (block.elements as { type: string; text: string }[]) : block.text ? [block.text] : [],
        );
        for (const one of texts) {
          expect(one.text.length).toBeGreaterThan(0);
          expect(one.text.length).toBeLessThanOrEqual(3_000);
          if (one.type === 'mrkdwn') expect(one.text).toMatch(/^<https:\/\/plan\.example\.test\/[^|<>\s]*\|[\w ]+>$/);
        }
        for (const block of message.blocks)
          if (block.type === 'header') expect(block.text?.text.length).toBeLessThanOrEqual(150);
      }),
      { numRuns: 300 },
    );
  });

  it('is only text to Teams, within its limits', async () => {
    await fc.assert(
      fc.asyncProperty(wild, forms, fc.nat(30), async (text, form, items) => {
        const { body } = await sentBy(push('teams'), noticeOf(text, form, items));
        expect(Buffer.byteLength(body)).toBeLessThan(28_000);
        const types = strings(JSON.parse(body))
          .filter(([key]) => key === 'type')
          .map(([, type]) => type);
        for (const type of types)
          expect(['message', 'AdaptiveCard', 'RichTextBlock', 'TextRun', 'Action.OpenUrl']).toContain(type);
        for (const [key, url] of strings(JSON.parse(body)))
          if (key === 'url') expect(url).toMatch(/^https:\/\/plan\.example\.test\//);
      }),
      { numRuns: 300 },
    );
  });

  it('is only text in a letter, and puts nothing into its head', async () => {
    const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
    await fc.assert(
      fc.asyncProperty(wild, forms, async (text, form) => {
        const { letter } = await sentBy(push('email'), noticeOf(text, form));
        if (!letter) throw new Error('no letter');
        const { message } = await transport.sendMail({
          ...letter,
          from: 'waymark@example.test',
          messageId: `<${letter.id}@x>`,
        });
        const [head = ''] = String(message).split('\r\n\r\n');
        const names = head
          .replace(/\r\n[ \t]+/g, ' ')
          .split('\r\n')
          .map((line) => line.split(':')[0]?.toLowerCase());
        const expected = [
          'auto-submitted',
          ...(form === 'test' ? [] : ['list-unsubscribe', 'list-unsubscribe-post']),
          'x-waymark-delivery',
          'from',
          'to',
          'subject',
          'message-id',
          'date',
          'mime-version',
          'content-type',
        ];
        expect(names.sort()).toEqual(expected.sort());
        expect(letter.subject).not.toMatch(/[\r\n]/);
        const tags = [...letter.html.matchAll(/<\/?([a-z!][a-z0-9]*)/gi)].map(([, tag]) => tag?.toLowerCase());
        for (const tag of tags)
          expect([
            '!doctype',
            'html',
            'head',
            'meta',
            'title',
            'style',
            'body',
            'div',
            'h1',
            'h2',
            'p',
            'a',
            'br',
            'hr',
            'span',
            'strong',
          ]).toContain(tag);
        for (const [, href] of letter.html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^https:\/\/plan\.example\.test\//);
        expect(letter.html).not.toMatch(/<[^>]+ on\w+=/i);
      }),
      { numRuns: 200 },
    );
  });

  it('is only text in a feed, which stays well-formed', () => {
    const feed = channelAdapters.find((one) => one.direction === 'pull');
    if (feed?.direction !== 'pull') throw new Error('no feed');
    const about = {
      id: 'urn:waymark:cn_1',
      selfUrl: `${base}/f`,
      pageUrl: base,
      updatedAt: '2026-03-01T12:00:00.000Z',
    };
    fc.assert(
      fc.property(wild, (text) => {
        const xml = feed.feed({ ...about, title: text }, [storyOf(text, 2), storyOf(text, 0)]);
        expect(xml.isWellFormed()).toBe(true);
        expect(xml).not.toMatch(/(?![\n\t])\p{Cc}/u);
        const open: string[] = [];
        for (const [, close, name, self] of xml
          .replace(/^<\?xml[^>]*\?>/, '')
          .matchAll(/<(\/?)([^\s>/]+)[^>]*?(\/?)>/g)) {
          expect([
            'feed',
            'id',
            'title',
            'updated',
            'link',
            'generator',
            'entry',
            'author',
            'name',
            'content',
          ]).toContain(name);
          if (close) expect(open.pop()).toBe(name);
          else if (!self && name) open.push(name);
        }
        expect(open).toEqual([]);
        expect(xml.match(/<entry>/g)).toHaveLength(2);
        expect(xml.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toContain('&');
      }),
      { numRuns: 300 },
    );
  });

  it('keeps a webhook below 20 KB of sound JSON', async () => {
    await fc.assert(
      fc.asyncProperty(wild, fc.nat(20), async (text, items) => {
        const { body } = await sentBy(push('webhook'), noticeOf(text, 'news', items));
        expect(Buffer.byteLength(body)).toBeLessThan(20_480);
        const { data } = JSON.parse(body) as { data: { items: unknown[]; omitted: number } };
        expect(data.items.length + data.omitted).toBe(items + 3);
      }),
      { numRuns: 300 },
    );
  });
});
