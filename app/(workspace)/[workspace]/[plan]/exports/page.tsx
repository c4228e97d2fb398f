import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ExportPage } from '@/components/exports/export-page';
import { ShareLinks } from '@/components/share-links/share-links';
import { exportFormatsOptions } from '@/lib/client/exports';
import { newQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/domain/access/can';
import { requireActor } from '@/lib/features/auth/current-actor';
import { listExportFormats } from '@/lib/features/exports/list-export-formats';

interface Props {
  params: Promise<{ workspace: string; plan: string }>;
}

export const metadata: Metadata = { title: 'Exports' };

/** Where a plan goes into code and tools. */
export default async function ExportsPage({ params }: Props) {
  const place = await params;
  const actor = await requireActor(place.workspace);
  const formats = await listExportFormats(actor);
  if (!formats.ok) notFound();
  const client = newQueryClient();
  client.setQueryData(exportFormatsOptions(place.workspace).queryKey, formats.value);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ExportPage place={place} />
      <ShareLinks place={place} mayShare={can(actor, 'share-link.create').ok} />
    </HydrationBoundary>
  );
}
