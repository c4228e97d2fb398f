'use client';
import { useQuery } from '@tanstack/react-query';
import { Eye } from 'lucide-react';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { WatchMenu } from '@/components/shared/watching/watch-menu';
import { Button } from '@/components/ui/button';
import { watchesOptions } from '@/lib/client/watches';
import type { Item } from '@/lib/domain/plan/item';
import { targetText } from '@/lib/domain/watch/target';
import { valueKeyOf } from '@/lib/domain/watch/value-changes';

/** What a property may hold, each value with its meaning and its own watch. */
export function AllowedValues({ item }: { item: Item<'property'> }) {
  const { workspace, plan } = usePlan();
  const list = useQuery(watchesOptions(workspace));
  const watched = new Set(list.data?.items.filter((one) => one.planSlug === plan).map((one) => one.target));
  // There may be thousands: a row gets its menu when it is asked for, and those that are watched have theirs.
  const [opened, setOpened] = useState<string>();
  return (
    <dl className="grid max-h-[32rem] grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 overflow-auto p-1 text-base">
      {item.content.allowedValues?.map((one) => {
        const value = String(one.value);
        const target = targetText({ kind: 'value', id: `${item.id} ${valueKeyOf(one.value)}` });
        const label = `Watch value ${value}`;
        return (
          <div key={`${typeof one.value} ${value}`} className="contents">
            <dt className="break-all font-mono text-sm">{value}</dt>
            <dd className="flex items-start justify-between gap-2 text-muted">
              <span className="min-w-0 break-words">{one.meaning || '–'}</span>
              {opened === target || watched.has(target) ? (
                <WatchMenu
                  compact
                  defaultOpen={opened === target}
                  target={target}
                  name={`value ${value} of ${item.name}`}
                  label={label}
                />
              ) : (
                <Button
                  size="toolbar"
                  variant="ghost"
                  aria-label={label}
                  aria-haspopup="menu"
                  title={label}
                  className="w-toolbar px-0 text-subtle"
                  onClick={() => setOpened(target)}
                >
                  <Eye aria-hidden />
                </Button>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
