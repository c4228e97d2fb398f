'use client';
import { FileSpreadsheet } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ChangeEvent, type DragEvent, useId, useRef, useState } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { cn } from '@/components/ui/cn';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Progress } from '@/components/ui/progress';
import { Textarea } from '@/components/ui/textarea';
import { ApiError, wordsFor } from '@/lib/client/http';
import { useCreateImport } from '@/lib/client/imports';
import type { PlanPlace } from '@/lib/client/items';
import { maxImportBytes } from '@/lib/contracts/imports';

interface Source {
  readonly name: string;
  readonly content: Blob;
}

/** Drop, choose or paste a spreadsheet; nothing in the plan changes by it. */
export function ImportStart({ place, unavailable }: { place: PlanPlace; unavailable?: string | undefined }) {
  const router = useRouter();
  const create = useCreateImport(place);
  const [tooLarge, setTooLarge] = useState<string>();
  const stage = (source: Source) => {
    create.reset();
    const isTooLarge = source.content.size > maxImportBytes;
    setTooLarge(
      isTooLarge
        ? `${source.name} has more than ${maxImportBytes / 1_048_576} MB. Split it, or leave out columns you do not need.`
        : undefined,
    );
    if (isTooLarge) return;
    create.mutate(source, { onSuccess: (view) => router.push(planHref(place, `imports/${view.id}`)) });
  };
  const busy = create.isPending || create.isSuccess;
  return (
    <div className="flex flex-col gap-4">
      {create.error ? (
        <ErrorBanner requestId={create.error instanceof ApiError ? create.error.requestId : undefined}>
          {wordsFor(create.error)}
        </ErrorBanner>
      ) : null}
      {tooLarge ? <ErrorBanner>{tooLarge}</ErrorBanner> : null}
      {unavailable ? <Callout title={unavailable} /> : null}
      <DropZone onFile={stage} busy={busy} unavailable={unavailable} />
      {busy ? <Progress label={`Reading ${create.variables?.name ?? 'the file'}`} /> : null}
      <PasteBox
        onPaste={(text) => stage({ name: 'Pasted rows.csv', content: new Blob([text]) })}
        busy={busy}
        unavailable={unavailable}
      />
    </div>
  );
}

interface DropZoneProps {
  onFile: (source: Source) => void;
  busy: boolean;
  unavailable: string | undefined;
}

function DropZone({ onFile, busy, unavailable }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const blocked = busy || unavailable !== undefined;
  const take = (file: File | undefined) => {
    if (file && !blocked) onFile({ name: file.name, content: file });
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    take(event.target.files?.[0]);
    event.target.value = '';
  };
  return (
    <section
      aria-label="Spreadsheet"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cn(
        'flex flex-col items-center gap-3 rounded-card border border-control border-dashed px-4 py-10 text-center',
        over && 'border-accent bg-selected',
      )}
    >
      <FileSpreadsheet aria-hidden className="size-6 text-subtle" />
      <p className="max-w-prose text-balance text-base text-muted">
        Drop a CSV or TSV file here: one row per event, or one per event and property. You see what it would change
        before anything happens.
      </p>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.tab,.txt,text/csv"
        aria-label="Choose a file"
        className="sr-only"
        tabIndex={-1}
        onChange={choose}
        disabled={blocked}
      />
      <Button variant="primary" pending={busy} unavailable={unavailable} onClick={() => input.current?.click()}>
        Choose a file
      </Button>
    </section>
  );
}

function PasteBox({
  onPaste,
  busy,
  unavailable,
}: {
  onPaste: (text: string) => void;
  busy: boolean;
  unavailable: string | undefined;
}) {
  const [text, setText] = useState('');
  const id = useId();
  return (
    <form
      aria-labelledby={id}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '' && !busy) onPaste(text);
      }}
    >
      <span id={id} className="sr-only">
        Paste rows
      </span>
      <Field label="Or paste rows" hint="Copied from a spreadsheet, the row with the column names first.">
        {(control) => (
          <Textarea
            {...control}
            minRows={3}
            maxRows={10}
            value={text}
            onChange={(event) => setText(event.target.value)}
            className="font-mono text-sm"
          />
        )}
      </Field>
      <Button
        type="submit"
        className="self-start"
        pending={busy}
        unavailable={unavailable ?? (text.trim() === '' ? 'Paste some rows first' : undefined)}
      >
        Read pasted rows
      </Button>
    </form>
  );
}
