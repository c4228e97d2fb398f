import type { Notice, NoticeChange, NoticeItem, Story } from '@/lib/domain/notify/notice';
import { lines, oneLine } from '../_text';

// Styles stand on the elements because mail clients drop style sheets; colours read on white and, inverted, on black.
const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const muted = 'color:#57606a';
const mark: Record<'before' | 'after', string> = {
  before: 'background:#ffebe9;color:#82071e;padding:2px 4px;border-radius:3px;white-space:pre-wrap',
  after: 'background:#dafbe1;color:#044f1e;padding:2px 4px;border-radius:3px;white-space:pre-wrap',
};

/** A letter as HTML that says what its text says. */
export function letterHtml(notice: Notice): string {
  const stories = notice.stories
    .map((story) => told(story, notice))
    .join('<hr style="border:0;border-top:1px solid #d0d7de;margin:24px 0">');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${line(notice.title)}</title></head>
<body style="margin:0;padding:24px 16px;${font};font-size:15px;line-height:1.5;color:#1f2328;background:#ffffff">
<div style="max-width:600px;margin:0 auto">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${line(notice.title)}</h1>
${stories}
<p style="margin:32px 0 0;padding-top:12px;border-top:1px solid #d0d7de;font-size:13px;${muted}">${line(notice.workspace.name)} in Waymark. ${link(notice.stop.url, notice.stop.words)}.</p>
</div></body></html>
`;
}

function told(story: Story, notice: Notice): string {
  const by = `${line(story.actor)} ${line(story.words)}: ${link(story.request.url, `#${story.request.number} ${oneLine(story.request.title)}`)}, in ${line(story.plan.name)}.`;
  return [
    notice.form === 'digest' ? `<h2 style="font-size:17px;margin:0 0 8px">${line(story.headline)}</h2>` : '',
    story.consequence ? `<p style="margin:0 0 12px"><strong>${line(story.consequence)}.</strong></p>` : '',
    ...story.items.map(item),
    story.omitted > 0 ? `<p>And ${story.omitted} more.</p>` : '',
    story.request.reason
      ? `<p style="margin:12px 0"><span style="${muted}">Why it was changed:</span><br>${block(story.request.reason)}</p>`
      : '',
    `<p style="margin:12px 0;${muted}">${[by, ...story.why.map(line)].join('<br>')}</p>`,
    `<p style="margin:16px 0">${button(story.url, 'Read it in full')}${story.acknowledgeUrl ? ` ${button(story.acknowledgeUrl, 'Acknowledge')}` : ''}</p>`,
  ].join('\n');
}

function item(one: NoticeItem): string {
  const said =
    one.changes.length > 0 ? one.changes.map(change) : one.sentences.map((words) => `<li>${line(words)}</li>`);
  return `<p style="margin:12px 0 4px">${link(one.url, oneLine(one.name), 'font-weight:600')}</p><ul style="margin:0 0 12px;padding-left:20px">${said.join('')}</ul>`;
}

function change(one: NoticeChange): string {
  if (one.before === null && one.after === null) return `<li>${line(one.sentence)}</li>`;
  const side = (name: 'before' | 'after', text: string | null) =>
    text === null ? '' : `<br><span style="${muted}">${name}:</span> <span style="${mark[name]}">${block(text)}</span>`;
  return `<li>${line(one.label)}${side('before', one.before)}${side('after', one.after)}</li>`;
}

function button(url: string, words: string): string {
  return `<a href="${escaped(url)}" style="display:inline-block;padding:8px 14px;border:1px solid #d0d7de;border-radius:6px;color:#0550ae;text-decoration:none">${line(words)}</a>`;
}

function link(url: string, words: string, style = ''): string {
  return `<a href="${escaped(url)}" style="color:#0550ae;${style}">${line(words)}</a>`;
}

function line(text: string): string {
  return escaped(oneLine(text));
}

function block(text: string): string {
  return escaped(lines(text)).replaceAll('\n', '<br>');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
