'use client';
import Link from 'next/link';
import { useState } from 'react';
import { KindIcon } from '@/components/shared/kind-icon';
import { itemHref } from '@/components/shared/plan-href';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import type { PlanPlace } from '@/lib/client/items';
import type { RuleTrial } from '@/lib/contracts/conventions';
import { conventionRules } from '@/lib/domain/conventions/list';
import type { ConventionSettings, Severity } from '@/lib/domain/conventions/settings';
import { qualifiedName } from '@/lib/domain/plan/item';
import { grouped } from '@/lib/kit/grouped';
import { severityChoices } from './conventions-words';

export interface ConventionsRulesProps {
  place: PlanPlace;
  settings: ConventionSettings;
  /** What the rules find; absent while they are tried. */
  found: readonly RuleTrial[] | undefined;
  /** The rules are being tried again. */
  isStale: boolean;
  /** Null for those who may only read. */
  onChange: ((settings: ConventionSettings) => void) | null;
}

/** Every rule with its loudness, and how often it finds something in the plan, with examples. */
export function ConventionsRules({ place, settings, found, isStale, onChange }: ConventionsRulesProps) {
  return (
    <ul aria-busy={isStale} className="flex flex-col">
      {conventionRules.map(({ id, label }) => (
        <li key={id} className="flex flex-col gap-2 border-border border-b py-2">
          <RuleLine
            place={place}
            label={label}
            found={found?.find((one) => one.rule === id)}
            control={
              <Select
                size="toolbar"
                className="w-28"
                aria-label={`How loud: ${label}`}
                disabled={onChange === null}
                options={severityChoices}
                value={settings.severity[id]}
                onValueChange={(value) =>
                  onChange?.({ ...settings, severity: { ...settings.severity, [id]: value as Severity } })
                }
              />
            }
          />
        </li>
      ))}
    </ul>
  );
}

interface RuleLineProps {
  place: PlanPlace;
  label: string;
  found: RuleTrial | undefined;
  control: React.ReactNode;
}

function RuleLine({ place, label, found, control }: RuleLineProps) {
  const [isOpen, setOpen] = useState(false);
  const rest = found ? found.count - found.examples.length : 0;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 flex-1 basis-56 text-base">{label}</p>
        {found === undefined ? (
          <Skeleton className="w-16" />
        ) : found.count === 0 ? (
          <span className="text-muted text-sm">Nothing found</span>
        ) : (
          <Button
            size="toolbar"
            variant="ghost"
            aria-expanded={isOpen}
            aria-label={`${label}: ${found.count} found`}
            onClick={() => setOpen(!isOpen)}
          >
            <span className="tabular-nums">{grouped(found.count)} found</span>
          </Button>
        )}
        {control}
      </div>
      {isOpen && found && found.count > 0 ? (
        <ul className="flex flex-col gap-2 pb-1 pl-4">
          {found.examples.map((example) => (
            <li key={example.itemId} className="text-sm">
              <Link
                href={itemHref(place, { id: example.itemId, ...example })}
                className="inline-flex min-w-0 max-w-full items-center gap-1.5 font-mono underline-offset-2 hover:underline"
              >
                <KindIcon kind={example.kind} />
                <span className="truncate">{qualifiedName(example)}</span>
              </Link>
              <p className="text-muted">
                {example.words} {example.fix}
              </p>
            </li>
          ))}
          {rest > 0 ? <li className="text-muted text-sm">and {grouped(rest)} more</li> : null}
        </ul>
      ) : null}
    </>
  );
}
