import type { Notice, NoticeChange, NoticeItem, Story } from '@/lib/domain/notify/notice';
import { dayOf, headingOf, lines, oneLine } from '../_text';

const columns = 72;

/** A letter as plain text, to be read at 72 columns. */
export function letterText(notice: Notice): string {
  const title = oneLine(headingOf(notice));
  const head = [wrap(title), '='.repeat(Math.min(columns, Math.max(1, title.length))), ''];
  const stories = notice.stories.flatMap((story, at) => [
    ...(at > 0 ? ['', '-'.repeat(columns), ''] : []),
    ...told(story, notice),
  ]);
  const { stop, unsubscribe, workspace } = notice;
  const foot = [
    '',
    '-- ',
    wrap(`${oneLine(workspace.name)} in Waymark`),
    `${stop.words}:`,
    stop.url,
    ...(unsubscribe ? [wrap(`${oneLine(unsubscribe.words)}:`), unsubscribe.url] : []),
    '',
  ];
  return [...head, ...stories, ...foot].join('\n');
}

function told(story: Story, notice: Notice): string[] {
  const isDigest = notice.form === 'digest' && notice.stories.length > 1;
  const since = story.release === null ? '' : ` Since release ${story.release}, ${dayOf(story.at)}.`;
  return [
    ...(isDigest ? [wrap(oneLine(story.headline)), ''] : []),
    ...(story.consequence ? [wrap(`${oneLine(story.consequence)}.${since}`), ''] : []),
    ...story.items.flatMap(item),
    ...(story.omitted > 0 ? [wrap(`And ${story.omitted} more.`), ''] : []),
    ...(story.request?.reason ? ['Why it was changed:', indent(lines(story.request.reason)), ''] : []),
    wrap(by(story)),
    ...story.why.map((why) => wrap(oneLine(why))),
    '',
    'Read it in full:',
    story.url,
    ...(story.acknowledgeUrl ? ['', 'Say that you have understood:', story.acknowledgeUrl] : []),
  ];
}

function by({ actor, words, request, plan }: Story): string {
  if (!request) return `In ${oneLine(plan.name)}.`;
  return `${oneLine(actor)} ${oneLine(words)}: #${request.number} ${oneLine(request.title)}, in ${oneLine(plan.name)}.`;
}

function item(one: NoticeItem): string[] {
  const said =
    one.changes.length > 0 ? one.changes.flatMap(change) : one.sentences.map((words) => indent(oneLine(words)));
  const instead = one.instead.flatMap(({ words, url }) => [indent(`${oneLine(words)}:`), `  ${url}`]);
  return [wrap(oneLine(one.name)), ...said, ...instead, ''];
}

function change(one: NoticeChange): string[] {
  if (one.before === null && one.after === null) return [indent(oneLine(one.sentence))];
  return [
    indent(oneLine(one.label)),
    ...(one.before === null ? [] : [hang('before: ', one.before)]),
    ...(one.after === null ? [] : [hang('after:  ', one.after)]),
  ];
}

/** A word in front, and the text in a column of its own beside it. */
function hang(word: string, text: string): string {
  const space = ' '.repeat(4 + word.length);
  return indent(lines(text), space.length).replace(space, `    ${word}`);
}

function indent(text: string, by = 2): string {
  const space = ' '.repeat(by);
  return text
    .split('\n')
    .map((line) => wrap(line, columns - by).replace(/^/gm, space))
    .join('\n');
}

/** Breaks at spaces so that no line is longer than it must be. */
function wrap(text: string, width = columns): string {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      out.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...out, line].join('\n');
}
