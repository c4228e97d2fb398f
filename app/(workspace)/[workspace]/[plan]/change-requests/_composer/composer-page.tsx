import { notFound } from 'next/navigation';
import { ComposerScreen } from '@/components/change-requests/composer-screen';
import type { ChangeView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { readChange } from '@/lib/features/change-requests/read-change';
import { readChangeRequestView } from '@/lib/features/change-requests/read-change-request';
import { readItem } from '@/lib/features/items/read-item';
import { readPlan } from '@/lib/features/plans/read-plan';

interface Subject {
  readonly plan: string;
  readonly number: number | null;
  readonly itemId: string | null;
  readonly kind: ItemKind;
  readonly name: string;
  /** The field to begin with. */
  readonly field?: string | null;
}

/** The composer for an item of the plan, of a request, or for a new one. */
export async function ComposerPage({ actor, subject }: { actor: Actor; subject: Subject }) {
  const { plan: slug, itemId } = subject;
  const plan = await readPlan(actor, { plan: slug });
  if (!plan.ok) notFound();
  const asked =
    subject.number === null ? null : await readChangeRequestView(actor, { plan: slug, number: subject.number });
  const edit = asked?.ok ? asked.value.moves.find((move) => move.move === 'edit') : undefined;
  const request = asked?.ok && edit?.enabled ? asked.value : null;
  const change =
    request && itemId && request.changes.some((one) => one.itemId === itemId)
      ? await changeOf(actor, slug, request.number, itemId)
      : null;
  const current = itemId && !change?.after ? await readItem(actor, { plan: slug, item: itemId }) : null;
  if (current && !current.ok) notFound();
  const item = change?.after ?? current?.value.item ?? null;
  if (itemId && !item) notFound();
  const refs = current ? Object.fromEntries(Object.entries(current.value.refs).map(([id, ref]) => [id, ref.name])) : {};
  const names = {
    ...Object.fromEntries((request?.changes ?? []).map((one) => [one.itemId, one.name])),
    ...refs,
    ...change?.names,
  };
  const prose = (change?.differences ?? []).filter((one) => one.field !== null);
  return (
    <ComposerScreen
      key={`${request?.number ?? 'own'} ${item?.id ?? `new ${subject.kind}`}`}
      planId={plan.value.id}
      kind={item?.kind ?? subject.kind}
      item={item}
      name={subject.name}
      field={subject.field ?? null}
      request={request ? { number: request.number, title: request.title, holdsItem: change !== null } : null}
      refusal={
        asked?.ok && !request ? { number: asked.value.number, why: edit?.whyNot || 'It takes no more edits.' } : null
      }
      names={names}
      claims={prose
        .filter((one) => one.claimed)
        .map(({ field, member, part }) => ({ field: field ?? '', member, part }))}
      claimable={prose.filter((one) => one.claimable && one.member === null).map((one) => one.field ?? '')}
    />
  );
}

async function changeOf(actor: Actor, plan: string, number: number, itemId: string): Promise<ChangeView | null> {
  const read = await readChange(actor, { plan, number, itemId });
  return read.ok ? read.value : null;
}
