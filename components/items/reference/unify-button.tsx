'use client';
import { useQuery } from '@tanstack/react-query';
import { Merge } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ItemLink } from '@/components/shared/item-link';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Pending, SkeletonRows } from '@/components/ui/skeleton';
import { wordsFor } from '@/lib/client/http';
import { unificationOptions, useUnify } from '@/lib/client/properties';
import type { PropertyVariants, Unification } from '@/lib/contracts/properties';
import { qualifiedName } from '@/lib/domain/plan/item';
import { grouped } from '@/lib/kit/grouped';

type Props = Pick<PropertyVariants, 'own' | 'variants'>;

/** Makes several properties one, as a change request; shows what would change before anything does. */
export function UnifyButton({ own, variants }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="self-start" onClick={() => setOpen(true)}>
        <Merge aria-hidden />
        Unify…
      </Button>
      {open ? <UnifyDialog own={own} variants={variants} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function UnifyDialog({ own, variants, onClose }: Props & { onClose: () => void }) {
  const plan = usePlan();
  const router = useRouter();
  const unify = useUnify(plan);
  const all = [own, ...variants];
  const mostUsed = all.reduce((best, one) => (one.uses > best.uses ? one : best), own);
  const [survivor, setSurvivor] = useState(mostUsed.item.id);
  const [left, setLeft] = useState<ReadonlySet<string>>(
    new Set(variants.filter((one) => one.likeness === 'close').map((one) => one.item.id)),
  );
  const losers = all.map((one) => one.item.id).filter((id) => id !== survivor && !left.has(id));
  const preview = useQuery(unificationOptions(plan, { survivor, losers }));
  const propose = () =>
    unify.mutate(
      { survivor, losers, number: plan.editing },
      { onSuccess: ({ number }) => router.push(planHref(plan, `change-requests/${number}`)) },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      size="large"
      title="Unify properties"
      description="One stays and takes every use of the others, which are retired in its favour. Nothing changes until the change request is merged."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            pending={unify.isPending}
            unavailable={losers.length === 0 ? 'Choose at least one that goes' : undefined}
            onClick={propose}
          >
            {plan.editing === null ? 'Create change request' : `Add to #${plan.editing}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {unify.error ? <ErrorBanner>{wordsFor(unify.error)}</ErrorBanner> : null}
        <Field label="The one that stays">
          {(control) => (
            <Select
              {...control}
              value={survivor}
              onValueChange={setSurvivor}
              options={all.map(({ item, type, uses }) => ({
                value: item.id,
                label: qualifiedName(item),
                hint: `${type}, ${uses === 1 ? 'one use' : `${uses} uses`}`,
              }))}
            />
          )}
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 font-medium text-sm">Those that go</legend>
          {all
            .filter((one) => one.item.id !== survivor)
            .map(({ item, type }) => (
              <label key={item.id} className="flex items-center gap-2 text-base" htmlFor={`goes-${item.id}`}>
                <Checkbox
                  id={`goes-${item.id}`}
                  checked={!left.has(item.id)}
                  onCheckedChange={(checked) => setLeft((before) => withMember(before, item.id, checked !== true))}
                />
                <span className="font-mono text-sm">{qualifiedName(item)}</span>
                <span className="text-subtle text-sm">{type}</span>
              </label>
            ))}
        </fieldset>
        {losers.length === 0 ? null : preview.isError ? (
          <ErrorBanner onRetry={() => void preview.refetch()}>{wordsFor(preview.error)}</ErrorBanner>
        ) : (
          <Pending pending={preview.isPending} skeleton={<SkeletonRows rows={4} />}>
            {preview.data ? <WouldChange preview={preview.data} /> : null}
          </Pending>
        )}
      </div>
    </Dialog>
  );
}

function WouldChange({ preview }: { preview: Unification }) {
  const { items, total, conflicts } = preview;
  return (
    <section aria-labelledby="would-change" className="flex flex-col gap-2">
      <h3 id="would-change" className="font-medium text-sm">
        What would change: {total === 1 ? 'one item' : `${grouped(total)} items`}
      </h3>
      {conflicts.length === 0 ? null : (
        <Callout tone="warning">The senders must follow the one that stays. {conflicts.join(' ')}</Callout>
      )}
      <ul className="flex flex-col gap-1 text-sm">
        {items.map(({ item, sentences }) => (
          <li key={item.id} className="min-w-0">
            <ItemLink item={item} at={null} icon />
            <p className="text-muted">{sentences.join(' ')}</p>
          </li>
        ))}
      </ul>
      {total > items.length ? (
        <p className="text-subtle text-sm">and {grouped(total - items.length)} more, all the same way</p>
      ) : null}
    </section>
  );
}

function withMember(before: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const after = new Set(before);
  if (isIn) after.add(id);
  else after.delete(id);
  return after;
}
