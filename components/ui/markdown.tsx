'use client';
import { lazy, memo, Suspense, useState, useSyncExternalStore } from 'react';
import { cn } from './cn';
import { plainParagraphs } from './plain-text';
import type { TextMark } from './text-marks';
import { present } from './when-present';

const load = async () => ({ default: (await import('./rich-text')).RichText });
const RichText = lazy(load);
const SentRichText = lazy(() => present().then(load));

const never = () => () => {};
const isServer = typeof window === 'undefined';

/** What the server has sent is read as it stands: its script comes when there is nothing better to do, and it stays as it is until then. */
const Rich = memo(
  function Rich({ text, marks }: { text: string; marks: readonly TextMark[] }) {
    const isHydrated = useSyncExternalStore(
      never,
      () => false,
      () => !isServer,
    );
    const [Shown] = useState(() => (isHydrated ? SentRichText : RichText));
    return (
      <Suspense fallback={<Paragraphs texts={[text]} />}>
        <Shown text={text} marks={marks} />
      </Suspense>
    );
  },
  (one, other) => one.text === other.text && JSON.stringify(one.marks) === JSON.stringify(other.marks),
);

/** Text people wrote, as Markdown cut down to an allow-list. */
export function MarkdownText({
  text,
  marks = [],
  className,
}: {
  text: string;
  marks?: readonly TextMark[];
  className?: string;
}) {
  const plain = plainParagraphs(text);
  return (
    <div
      className={cn(
        'flex min-w-0 flex-col gap-2 break-words text-base [&_:not(pre)>code]:rounded-control [&_:not(pre)>code]:bg-hover [&_:not(pre)>code]:px-1 [&_:not(pre)>code]:text-sm [&_blockquote]:border-control [&_blockquote]:border-l-2 [&_blockquote]:pl-3 [&_blockquote]:text-muted [&_ol]:list-decimal [&_ol]:pl-5 [&_ul]:list-disc [&_ul]:pl-5',
        className,
      )}
    >
      {plain ? <Paragraphs texts={plain} /> : <Rich text={text} marks={marks} />}
    </div>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing but their place.
  return texts.map((text, at) => <p key={at}>{text}</p>);
}
