import { lazy, Suspense } from 'react';
import { cn } from './cn';
import { plainParagraphs } from './plain-text';
import type { TextMark } from './text-marks';

const RichText = lazy(() => import('./rich-text').then((module) => ({ default: module.RichText })));

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
      {plain ? (
        <Paragraphs texts={plain} />
      ) : (
        <Suspense fallback={<Paragraphs texts={[text]} />}>
          <RichText text={text} marks={marks} />
        </Suspense>
      )}
    </div>
  );
}

function Paragraphs({ texts }: { texts: readonly string[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have nothing but their place.
  return texts.map((text, at) => <p key={at}>{text}</p>);
}
