import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { editingCookie } from '@/components/shared/editing';
import { itemKindSchema } from '@/lib/domain/plan/item-kind-schema';
import { requireActor } from '@/lib/features/auth/current-actor';
import { readPlan } from '@/lib/features/plans/read-plan';
import { ComposerPage } from '../_composer/composer-page';

export const metadata: Metadata = { title: 'Propose · Change requests' };

interface Props {
  params: Promise<{ workspace: string; plan: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const askSchema = z.object({
  item: z.string().max(60).nullable().catch(null),
  kind: itemKindSchema.catch('event'),
  name: z.string().max(300).catch(''),
  field: z.string().max(60).nullable().catch(null),
  in: z
    .union([z.literal('own'), z.coerce.number().int().positive()])
    .nullable()
    .catch(null),
});

/** Proposes a new item or an edit: in the request named, in the one open for editing, or in one of its own (`in=own`). */
export default async function NewChangePage({ params, searchParams }: Props) {
  const [{ workspace, plan }, search] = await Promise.all([params, searchParams]);
  const actor = await requireActor(workspace);
  const read = await readPlan(actor, { plan });
  if (!read.ok) notFound();
  const ask = askSchema.parse(search);
  const editing = Number((await cookies()).get(editingCookie(read.value.id))?.value);
  const number = ask.in === 'own' ? null : (ask.in ?? (Number.isInteger(editing) && editing > 0 ? editing : null));
  return (
    <ComposerPage
      actor={actor}
      subject={{ plan, number, itemId: ask.item, kind: ask.kind, name: ask.name, field: ask.field }}
    />
  );
}
