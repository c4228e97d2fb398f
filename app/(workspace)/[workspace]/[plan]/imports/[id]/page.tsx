import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ImportWorkbench } from '@/components/imports/import-workbench';
import { importOptions } from '@/lib/client/imports';
import { newQueryClient } from '@/lib/client/query-client';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readImport } from '@/lib/features/imports/read-import';

interface Props {
  params: Promise<{ workspace: string; plan: string; id: string }>;
}

const read = cache(async (workspace: string, plan: string, id: string) =>
  readImport(await requireActor(workspace), { plan, id }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { workspace, plan, id } = await params;
  const found = await read(workspace, plan, id);
  return { title: found.ok ? `${found.value.fileName} · Import` : 'Import' };
}

/** One import: map, check, preview. */
export default async function ImportPage({ params }: Props) {
  const { id, ...place } = await params;
  const actor = await requireActor(place.workspace);
  const found = await read(place.workspace, place.plan, id);
  if (!found.ok) notFound();
  const client = newQueryClient();
  client.setQueryData(importOptions(place, id).queryKey, found.value);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ImportWorkbench place={place} role={actor.role} importId={id} />
    </HydrationBoundary>
  );
}
