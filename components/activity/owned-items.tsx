import Link from 'next/link';
import { KindIcon } from '@/components/shared/kind-icon';
import { itemHref } from '@/components/shared/plan-href';
import type { Owned } from '@/lib/contracts/ownership';
import { qualifiedName } from '@/lib/domain/plan/item';
import { grouped } from '@/lib/kit/grouped';

const shown = 20;

/** What a person answers for, plan by plan. */
export function OwnedItems({ workspace, name, owned }: { workspace: string; name: string; owned: Owned }) {
  return (
    <section aria-labelledby="owned" className="flex min-w-0 flex-col gap-3">
      <h2 id="owned" className="font-semibold text-base">
        Owns <span className="font-normal text-subtle tabular-nums">{grouped(owned.total)}</span>
      </h2>
      {owned.total === 0 ? <p className="text-base text-muted">{name} owns nothing in any plan.</p> : null}
      {owned.plans.map(({ plan, items, count }) => (
        <div key={plan.slug} className="flex flex-col gap-1 text-sm">
          <h3 className="text-muted">{plan.name}</h3>
          <ul className="flex flex-col gap-1">
            {items.slice(0, shown).map((item) => (
              <li key={item.id} className="flex min-w-0 items-center gap-2">
                <KindIcon kind={item.kind} />
                <Link
                  href={itemHref({ workspace, plan: plan.slug }, item)}
                  className="min-w-0 truncate font-mono underline-offset-2 hover:underline"
                >
                  {qualifiedName(item)}
                </Link>
              </li>
            ))}
            {count > shown ? <li className="text-muted">and {grouped(count - shown)} more</li> : null}
          </ul>
        </div>
      ))}
    </section>
  );
}
