'use client';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { CopyButton } from '@/components/ui/copy-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select } from '@/components/ui/select';
import type { PlanPlace } from '@/lib/client/items';
import type { ExportPreview as Preview } from '@/lib/contracts/exports';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { counted, grouped } from '@/lib/kit/grouped';

/** The files an export would write. */
export function ExportPreview({ preview }: { preview: Preview }) {
  const [chosen, setChosen] = useState<string>();
  const file = preview.files.find((one) => one.path === chosen) ?? preview.files[0];
  if (!file) return <EmptyState>There is nothing to export.</EmptyState>;
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <h2 className="font-semibold text-base">Preview</h2>
        <span className="text-muted text-sm tabular-nums">
          {counted(preview.fileCount, 'file')} · {counted(preview.events, 'event')} · release {preview.release}
        </span>
      </div>
      {preview.files.length > 1 ? (
        <Select
          aria-label="File"
          value={file.path}
          onValueChange={setChosen}
          options={preview.files.map((one) => ({ value: one.path, label: one.path }))}
        />
      ) : null}
      {file.text === '' ? (
        <p className="text-muted text-sm">The first twenty files can be read here; all of them are in the download.</p>
      ) : (
        <CodeBox label={file.path}>
          {file.text}
          {file.text.length < file.characters ? ' …' : ''}
        </CodeBox>
      )}
    </section>
  );
}

/** What the format has no words for, each with the item it is about. */
export function Losses({ preview, place }: { preview: Preview; place: PlanPlace }) {
  const { lossCount, lossCauses, lossCauseCount } = preview;
  const unseen = lossCauseCount - lossCauses.length;
  if (lossCount === 0) return <p className="text-base">Nothing is lost: the format has words for all of it.</p>;
  return (
    <section aria-label="Losses" className="flex flex-col gap-2">
      <h2 className="font-semibold text-base">
        Losses <span className="font-normal text-muted text-sm tabular-nums">{grouped(lossCount)}</span>
      </h2>
      <p className="text-muted text-sm">
        What the format has no words for. It stays in the plan and is left out of the files.
      </p>
      <ul className="flex max-h-96 flex-col gap-2 overflow-auto">
        {lossCauses.map(({ words, count, examples }) => (
          <li key={words} className="rounded-card border border-border bg-raised px-3 py-2">
            <p className="break-words text-base">{words}</p>
            <p className="flex flex-wrap gap-x-2 text-sm">
              {examples.map((loss) =>
                loss.itemId === null ? null : (
                  <Link
                    key={`${loss.itemId} ${loss.field}`}
                    href={planHref(place, `${slugOfId(loss.itemId)}/${loss.itemId}`)}
                    className="inline-block py-0.5 text-accent hover:underline"
                  >
                    {loss.name}
                  </Link>
                ),
              )}
              {count > examples.length ? (
                <span className="text-muted">and {grouped(count - examples.length)} more</span>
              ) : null}
            </p>
          </li>
        ))}
        {unseen > 0 ? (
          <li className="text-muted text-sm">
            {counted(unseen, 'rarer cause')} {unseen === 1 ? 'is' : 'are'} listed in LOSSES.txt of the download.
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** The kind's part of the address; an item's id begins with its kind. */
function slugOfId(id: string): string {
  return Object.values(kinds).find((kind) => id.startsWith(`${kind.idPrefix}_`))?.slug ?? kinds.event.slug;
}

/** A command or a snippet to take along. */
export function Snippet({ title, text, hint }: { title: string; text: string; hint?: string }) {
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <h2 className="font-semibold text-base">{title}</h2>
        <CopyButton value={text} label={`Copy ${title.toLowerCase()}`} text="Copy" />
      </div>
      {hint ? <p className="text-muted text-sm">{hint}</p> : null}
      <CodeBox label={title}>{text}</CodeBox>
    </section>
  );
}

const codeStyle = 'max-h-[28rem] overflow-auto rounded-card border border-border bg-surface p-3';

function CodeBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section aria-label={label} tabIndex={0} className={codeStyle}>
      <pre className="font-mono text-sm">{children}</pre>
    </section>
  );
}
