'use client';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useDeferredValue } from 'react';
import { noteFirstStep } from '@/components/shared/first-steps';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-button';
import { ErrorBanner } from '@/components/ui/error-banner';
import { PageHeader } from '@/components/ui/page-header';
import { Progress } from '@/components/ui/progress';
import { notify, notifyFailure } from '@/components/ui/toast';
import { useDelayedPending } from '@/components/ui/use-delayed-pending';
import { exportHref } from '@/lib/client/export-href';
import { exportFormatsOptions, exportPreviewOptions } from '@/lib/client/exports';
import { ApiError, wordsFor } from '@/lib/client/http';
import type { PlanPlace } from '@/lib/client/items';
import { ciSnippet, commandLine } from './command-line';
import { ExportForm } from './export-form';
import { ExportPreview, Losses, Snippet } from './export-preview';
import { askOf, useExportState } from './export-state';

/** A plan into code and tools: format and state at the left, what comes out and what is lost at the right. */
export function ExportPage({ place }: { place: PlanPlace }) {
  const { items: formats, origin } = useSuspenseQuery(exportFormatsOptions(place.workspace)).data;
  const [state, setState] = useExportState(formats[0]?.id ?? '');
  const ask = useDeferredValue(askOf(state));
  const preview = useQuery(exportPreviewOptions(place, ask));
  const reading = useDelayedPending(preview.isFetching);
  const fileName = preview.data?.fileName ?? 'export';
  const command = commandLine(origin, place, ask, fileName);
  const copy = async () => {
    if (await copyText(command))
      notify('Command copied', { description: 'Set WAYMARK_TOKEN to a token with the scope “export”.' });
    else notifyFailure('The browser refused to copy. The command is at the bottom of the page.');
  };
  return (
    <>
      <PageHeader
        title="Exports"
        secondary={<Button onClick={copy}>Copy command</Button>}
        primary={
          <Button asChild variant="primary">
            <a href={exportHref(place, ask)} download={fileName} onClick={() => noteFirstStep(place, 'exported')}>
              Download
            </a>
          </Button>
        }
      />
      <div className="grid grid-cols-1 gap-8 px-4 py-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:px-6">
        <ExportForm formats={formats} state={state} onChange={(patch) => void setState(patch)} />
        <div className="flex min-w-0 flex-col gap-6">
          {reading ? <Progress label="Working it out" /> : null}
          {preview.error ? (
            <ErrorBanner
              requestId={preview.error instanceof ApiError ? preview.error.requestId : undefined}
              onRetry={() => preview.refetch()}
            >
              {wordsFor(preview.error)}
            </ErrorBanner>
          ) : null}
          {preview.data && !preview.error ? (
            <div className="grid grid-cols-1 gap-6 xl:grid-cols-[minmax(0,1fr)_20rem]">
              <ExportPreview preview={preview.data} />
              <Losses preview={preview.data} place={place} />
            </div>
          ) : null}
          <Snippet title="Command line" text={command} hint="WAYMARK_TOKEN is a token with the scope “export”." />
          <Snippet title="GitHub Actions" text={ciSnippet(origin, place, ask, fileName)} />
          <Link
            href={`/${encodeURIComponent(place.workspace)}/settings/tokens`}
            className="self-start text-accent text-sm hover:underline"
          >
            Make a token
          </Link>
        </div>
      </div>
    </>
  );
}
