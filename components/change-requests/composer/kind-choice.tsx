'use client';
import { useRouter } from 'next/navigation';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { Select } from '@/components/ui/select';
import { type ItemKind, itemKinds } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';

/** Which kind of item is proposed; the name typed so far comes along. */
export function KindChoice({ kind, name, number }: { kind: ItemKind; name: string; number: number | null }) {
  const plan = usePlan();
  const router = useRouter();
  return (
    <Select
      aria-label="Kind of item"
      className="w-40"
      value={kind}
      options={itemKinds.map((one) => ({ value: one, label: kinds[one].label }))}
      onValueChange={(next) => {
        const search = new URLSearchParams({
          kind: next,
          ...(name ? { name } : {}),
          ...(number === null ? {} : { in: String(number) }),
        });
        router.replace(planHref(plan, `change-requests/new?${search}`));
      }}
    />
  );
}
