import type { Notice, NoticeChange, NoticeItem, Story } from '@/lib/domain/notify/notice';
import { cut, dayOf, headingOf, lines, oneLine } from '../_text';
import { sheet, styles } from './style';

/** A letter as HTML that says what its text says. */
export function letterHtml(notice: Notice): string {
  const stories = notice.stories.map((story) => told(story, notice)).join(`<hr class="rule" style="${styles.rule}">`);
  const preview = cut(oneLine(notice.stories[0]?.consequence || notice.stories[0]?.request?.title || ''), 120);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"><title>${line(notice.title)}</title><style>${sheet}</style></head>
<body class="page" style="${styles.page}">
<div style="display:none;max-height:0;overflow:hidden">${escaped(preview)}</div>
<div class="card" style="${styles.card}">
<p class="muted" style="${styles.place}">${line(notice.workspace.name)} · Waymark</p>
<h1 style="${styles.title}">${line(headingOf(notice))}</h1>
${stories}
<div class="rule muted" style="${styles.foot}">${foot(notice)}</div>
</div></body></html>
`;
}

function foot({ stop, unsubscribe }: Notice): string {
  const ways = [link(stop.url, `${stop.words}.`), unsubscribe ? link(unsubscribe.url, `${unsubscribe.words}.`) : ''];
  return ways.filter(Boolean).join('<br>');
}

function told(story: Story, notice: Notice): string {
  const isDigest = notice.form === 'digest' && notice.stories.length > 1;
  const loud = story.significance === 'meaning' || story.significance === 'breaking';
  const ask = story.acknowledgeUrl ? button(story.acknowledgeUrl, 'Acknowledge', false) : '';
  return [
    isDigest ? `<h2 style="${styles.heading}">${line(story.headline)}</h2>` : '',
    story.consequence
      ? `<p class="${loud ? 'loud' : 'plain'}" style="${loud ? styles.loud : styles.plain}"><strong>${line(story.consequence)}.</strong>${story.release === null ? '' : `<br>Since release ${story.release}, ${dayOf(story.at)}.`}</p>`
      : '',
    ...story.items.map(item),
    story.omitted > 0 ? `<p style="${styles.text}">And ${story.omitted} more.</p>` : '',
    story.request?.reason
      ? `<p class="muted" style="${styles.label}">Why it was changed</p><p style="${styles.text}">${block(story.request.reason)}</p>`
      : '',
    `<p class="muted" style="${styles.small}">${[by(story), ...story.why.map(line)].join('<br>')}</p>`,
    `<p style="margin:20px 0 8px">${button(story.url, 'Read it in full', true)}${ask}</p>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function by({ actor, words, request, plan }: Story): string {
  if (!request) return `In ${line(plan.name)}.`;
  return `${line(actor)} ${line(words)}: ${link(request.url, `#${request.number} ${oneLine(request.title)}`)}, in ${line(plan.name)}.`;
}

function item(one: NoticeItem): string {
  const said =
    one.changes.length > 0
      ? one.changes.map(change).join('')
      : one.sentences.map((words) => `<p style="${styles.text}">${line(words)}</p>`).join('');
  const instead = one.instead
    .map(({ words, url }) => `<p style="${styles.text}">${link(url, `${oneLine(words)}.`)}</p>`)
    .join('');
  return `<div class="box" style="${styles.box}"><p style="${styles.name}">${link(one.url, oneLine(one.name))}</p>${said}${instead}</div>`;
}

function change(one: NoticeChange): string {
  if (one.before === null && one.after === null) return `<p style="${styles.text}">${line(one.sentence)}</p>`;
  const side = (name: 'before' | 'after', text: string | null) =>
    text === null
      ? ''
      : `<div class="${name}" style="${styles[name]}"><span class="${name}-word" style="${styles.side}">${name === 'before' ? 'Before' : 'After'}</span><br>${block(text)}</div>`;
  return `<p class="muted" style="${styles.label}">${line(one.label)}</p>${side('before', one.before)}${side('after', one.after)}`;
}

function button(url: string, words: string, isFirst: boolean): string {
  return `<a class="${isFirst ? 'first' : 'second'}" href="${escaped(url)}" style="${isFirst ? styles.first : styles.second}">${line(words)}</a>`;
}

function link(url: string, words: string): string {
  return `<a class="link" href="${escaped(url)}" style="${styles.link}">${line(words)}</a>`;
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
