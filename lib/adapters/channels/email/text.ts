import type { Notice, NoticeChange, NoticeItem, Story } from '@/lib/domain/notify/notice';
import { lines, oneLine } from '../_text';

const columns = 72;

/** A letter as plain text, to be read at 72 columns. */
export function letterText(notice: Notice): string {
  const head = [wrap(oneLine(notice.title)), ''];
  const stories = notice.stories.flatMap((story, at) => [
    ...(at > 0 ? ['', '-'.repeat(40), ''] : []),
    ...told(story, notice),
  ]);
  const foot = [
    '',
    '-- ',
    wrap(`${oneLine(notice.workspace.name)} in Waymark. ${notice.stop.words}:`),
    notice.stop.url,
    '',
  ];
  return [...head, ...stories, ...foot].join('\n');
}

function told(story: Story, notice: Notice): string[] {
  const by = `${oneLine(story.actor)} ${oneLine(story.words)}: #${story.request.number} ${oneLine(story.request.title)}, in ${oneLine(story.plan.name)}.`;
  return [
    ...(notice.form === 'digest' ? [wrap(oneLine(story.headline)), ''] : []),
    ...(story.consequence ? [wrap(`${oneLine(story.consequence)}.`), ''] : []),
    ...story.items.flatMap(item),
    ...(story.omitted > 0 ? [wrap(`And ${story.omitted} more.`), ''] : []),
    ...(story.request.reason ? ['Why it was changed:', indent(lines(story.request.reason)), ''] : []),
    wrap(by),
    ...story.why.map((why) => wrap(oneLine(why))),
    '',
    `Read it in full: ${story.url}`,
    ...(story.acknowledgeUrl ? [`Say that you have understood: ${story.acknowledgeUrl}`] : []),
  ];
}

function item(one: NoticeItem): string[] {
  const said =
    one.changes.length > 0 ? one.changes.flatMap(change) : one.sentences.map((words) => indent(oneLine(words)));
  return [oneLine(one.name), ...said, ''];
}

function change(one: NoticeChange): string[] {
  if (one.before === null && one.after === null) return [indent(oneLine(one.sentence))];
  return [
    indent(oneLine(one.label)),
    ...(one.before === null ? [] : [indent(`before: ${lines(one.before)}`, 4)]),
    ...(one.after === null ? [] : [indent(`after:  ${lines(one.after)}`, 4)]),
  ];
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
