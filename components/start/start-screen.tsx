'use client';
import { Compass, FileSpreadsheet, LayoutTemplate } from 'lucide-react';
import Link from 'next/link';
import { parseAsBoolean, useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { planHref } from '@/components/shared/plan-href';
import { PageHeader } from '@/components/ui/page-header';
import type { PlanPlace } from '@/lib/client/items';
import { TemplatePicker } from './template-picker';

const card =
  'flex flex-1 basis-60 items-start gap-3 rounded-card border border-control bg-raised p-4 text-left transition-colors hover:bg-hover aria-expanded:border-accent aria-expanded:bg-selected';

/** The first question of a new plan: what is there already, so that a page of one's own is there within a minute. */
export function StartScreen({ place, hasDemo }: { place: PlanPlace; hasDemo: boolean }) {
  const [isPicking, setPicking] = useQueryState('template', parseAsBoolean.withDefault(false));
  return (
    <>
      <PageHeader title="How do you track today?" />
      <div className="flex max-w-5xl flex-col gap-6 px-4 py-6 lg:px-6">
        <div className="flex flex-wrap gap-4">
          <Link href={planHref(place, 'imports')} className={card}>
            <FileSpreadsheet aria-hidden className="mt-0.5 size-5 shrink-0 text-subtle" />
            <Words title="Bring a spreadsheet">
              Drop it or paste its rows. You see what it would change before anything happens.
            </Words>
          </Link>
          <button
            type="button"
            className={card}
            aria-expanded={isPicking}
            onClick={() => void setPicking(isPicking ? null : true)}
          >
            <LayoutTemplate aria-hidden className="mt-0.5 size-5 shrink-0 text-subtle" />
            <Words title="Start from a template">
              Events that products like yours have in common, with their meanings written out.
            </Words>
          </button>
          {hasDemo ? (
            <Link href="/fern-and-kettle" className={card}>
              <Compass aria-hidden className="mt-0.5 size-5 shrink-0 text-subtle" />
              <Words title="Look around">A sample workspace: nine months of a tea shop, with everything in it.</Words>
            </Link>
          ) : null}
        </div>
        {isPicking ? <TemplatePicker place={place} /> : null}
        <Link href={planHref(place, 'events')} className="self-start text-muted text-sm underline underline-offset-2">
          Skip this and begin with an empty plan
        </Link>
      </div>
    </>
  );
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <span>
      <span className="block font-medium text-base">{title}</span>
      <span className="text-base text-muted">{children}</span>
    </span>
  );
}
