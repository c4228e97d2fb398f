'use client';
import { useRouter } from 'next/navigation';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';

export interface PlanChoiceProps {
  /** The page, to which `?plan=` is added. */
  path: string;
  plans: readonly { readonly slug: string; readonly name: string }[];
  plan: string;
}

/** Which plan's settings are shown; only where there are several. */
export function PlanChoice({ path, plans, plan }: PlanChoiceProps) {
  const router = useRouter();
  if (plans.length < 2) return null;
  return (
    <Field label="Plan" required className="max-w-xs">
      {(control) => (
        <Select
          {...control}
          value={plan}
          options={plans.map(({ slug, name }) => ({ value: slug, label: name }))}
          onValueChange={(slug) => router.push(`${path}?plan=${encodeURIComponent(slug)}`)}
        />
      )}
    </Field>
  );
}
