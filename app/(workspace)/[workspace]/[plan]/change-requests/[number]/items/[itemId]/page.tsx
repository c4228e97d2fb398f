import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActor } from '@/lib/features/auth/current-actor';
import { ComposerPage } from '../../../_composer/composer-page';

export const metadata: Metadata = { title: 'Edit · Change requests' };

interface Props {
  params: Promise<{ workspace: string; plan: string; number: string; itemId: string }>;
}

/** Edits one item within a request. */
export default async function EditChangePage({ params }: Props) {
  const { workspace, plan, number, itemId } = await params;
  const wanted = Number(number);
  if (!Number.isInteger(wanted) || wanted < 1) notFound();
  const actor = await requireActor(workspace);
  return <ComposerPage actor={actor} subject={{ plan, number: wanted, itemId, kind: 'event', name: '' }} />;
}
