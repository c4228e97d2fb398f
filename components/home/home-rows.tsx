'use client';
import Link from 'next/link';
import { type ReactNode, useEffect, useState } from 'react';
import { KindIcon } from '@/components/shared/kind-icon';
import { itemHref, planHref } from '@/components/shared/plan-href';
import { type RecentItem, recentItems } from '@/components/shared/recent-items';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Health, Home, Waiting, WatchedChange } from '@/lib/contracts/home';
import { qualifiedName } from '@/lib/domain/plan/item';
import { significances } from '@/lib/domain/plan/significance';
import { grouped } from '@/lib/kit/grouped';
import { OrphanRows } from './orphan-rows';
import { rowStyle } from './row-style';

const reasons: Record<Waiting['reason'], string> = {
  review: 'Review asked',
  acknowledge: 'Your consumer is affected',
  reply: 'You were mentioned',
  conflict: 'The plan moved under it',
  'changes-requested': 'Changes requested',
};

function Rows({ children }: { children: ReactNode }) {
  return <ul className="flex flex-col">{children}</ul>;
}

const linkStyle = 'min-w-0 truncate font-medium underline-offset-2 hover:underline';

/** Requests that wait for the reader, and why. */
export function WaitingRows({ workspace, rows }: { workspace: string; rows: readonly Waiting[] }) {
  return (
    <Rows>
      {rows.map((row) => (
        <li key={`${row.planSlug} ${row.number} ${row.reason}`} className={rowStyle}>
          <Link
            href={planHref({ workspace, plan: row.planSlug }, `change-requests/${row.number}`)}
            className={linkStyle}
          >
            #{row.number} {row.title}
          </Link>
          <Badge tone={row.reason === 'changes-requested' ? 'changed' : 'neutral'}>{reasons[row.reason]}</Badge>
          <span className="ml-auto text-muted">
            {row.authorName}, <RelativeTime at={row.since} />
          </span>
        </li>
      ))}
    </Rows>
  );
}

/** The reader's own drafts. */
export function RequestRows({
  workspace,
  rows,
}: {
  workspace: string;
  rows: readonly Extract<Home['drafts'], { state: 'ready' }>['rows'][number][];
}) {
  return (
    <Rows>
      {rows.map((row) => (
        <li key={`${row.planSlug} ${row.number}`} className={rowStyle}>
          <Link
            href={planHref({ workspace, plan: row.planSlug }, `change-requests/${row.number}`)}
            className={linkStyle}
          >
            #{row.number} {row.title}
          </Link>
          <RelativeTime at={row.updatedAt} className="ml-auto text-muted" />
        </li>
      ))}
    </Rows>
  );
}

/** Watched items that changed, and how. */
export function WatchedRows({ workspace, rows }: { workspace: string; rows: readonly WatchedChange[] }) {
  return (
    <Rows>
      {rows.map((row) => {
        const significance = significances.find((one) => one === row.significance);
        return (
          <li key={row.item.id} className={rowStyle}>
            <KindIcon kind={row.item.kind} />
            <Link
              href={`${itemHref({ workspace, plan: row.planSlug }, row.item)}?tab=history`}
              className={`${linkStyle} font-mono`}
            >
              {qualifiedName(row.item)}
            </Link>
            {significance ? <SignificanceBadge significance={significance} /> : null}
            <RelativeTime at={row.at} className="ml-auto text-muted" />
          </li>
        );
      })}
    </Rows>
  );
}

/** What was looked at last in this browser. */
export function RecentRows({
  workspace,
  plans,
}: {
  workspace: string;
  plans: readonly { readonly slug: string; readonly name: string }[];
}) {
  const [rows, setRows] = useState<readonly (RecentItem & { readonly plan: string })[]>([]);
  useEffect(() => {
    setRows(
      plans
        .flatMap((plan) => recentItems({ workspace, plan: plan.slug }).map((item) => ({ ...item, plan: plan.slug })))
        .slice(0, 8),
    );
  }, [workspace, plans]);
  return (
    <section aria-label="Recently seen" className="min-w-0">
      <h2 className="mb-2 font-semibold text-base">Recently seen</h2>
      {rows.length === 0 ? <p className="text-base text-muted">What you read will be listed here.</p> : null}
      <Rows>
        {rows.map((row) => (
          <li key={row.id} className={rowStyle}>
            <KindIcon kind={row.kind} />
            <Link href={itemHref({ workspace, plan: row.plan }, row)} className={`${linkStyle} font-mono`}>
              {qualifiedName(row)}
            </Link>
            <span className="min-w-0 flex-1 truncate text-muted">{row.meaning}</span>
          </li>
        ))}
      </Rows>
    </section>
  );
}

/** What is unfinished, each row leading to the list of it. */
export function HealthRows({ workspace, rows }: { workspace: string; rows: readonly Health[] }) {
  return (
    <div className="flex flex-col gap-3">
      {rows.map((plan) => (
        <div key={plan.planSlug}>
          {rows.length > 1 ? <h3 className="text-muted text-sm">{plan.planName}</h3> : null}
          {plan.rows.length === 0 && plan.orphans.nobody + plan.orphans.gone === 0 ? (
            <p className="text-base text-muted">Everything has an owner, a meaning and a use.</p>
          ) : null}
          <Rows>
            {plan.rows.map((row) => (
              <li key={row.filter + row.section} className={rowStyle}>
                <Link
                  href={`${planHref({ workspace, plan: plan.planSlug }, row.section)}?f=${encodeURIComponent(row.filter)}`}
                  className={linkStyle}
                >
                  {row.label}
                </Link>
                <span className="ml-auto text-muted tabular-nums">
                  {grouped(row.count)} of {grouped(row.of)}
                </span>
              </li>
            ))}
            <OrphanRows workspace={workspace} health={plan} />
          </Rows>
          <Link
            href={planHref({ workspace, plan: plan.planSlug }, 'health')}
            className="mt-1 inline-block text-accent text-sm underline underline-offset-2"
          >
            Plan health{rows.length > 1 ? ` of ${plan.planName}` : ''}, with every finding and its fix
          </Link>
        </div>
      ))}
    </div>
  );
}
