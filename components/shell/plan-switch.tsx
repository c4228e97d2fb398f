'use client';
import { Check, ChevronsUpDown, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from '@/components/ui/dropdown-menu';
import { onDemand } from '@/components/ui/on-demand';
import { includesRole } from '@/lib/domain/access/roles';
import type { RailProps } from './rail-props';

const NewPlanDialog = onDemand(async () => (await import('./begin-dialogs')).NewPlanDialog);
const NewWorkspaceDialog = onDemand(async () => (await import('./begin-dialogs')).NewWorkspaceDialog);

/** Our sign: a way that turns. */
export function Sign({ className = 'size-6' }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path
        d="M7 10l4.5 12L16 12l4.5 10L25 10"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-accent"
      />
    </svg>
  );
}

/** Which workspace and plan this is, the way to the others, and how to begin another. */
export function PlanSwitch({ workspaceSlug, workspaceName, planSlug, plans, workspaces = [], role }: RailProps) {
  const [begun, setBegun] = useState<'plan' | 'workspace' | null>(null);
  const onlyAdmins = includesRole(role, 'admin') ? undefined : 'An admin can do this';
  const dialog = (one: 'plan' | 'workspace') => ({
    open: begun === one,
    onOpenChange: (open: boolean) => setBegun(open ? one : null),
  });
  const plan = plans.find((candidate) => candidate.slug === planSlug);
  const root = `/${encodeURIComponent(workspaceSlug)}`;
  return (
    <>
      <DropdownMenu
        align="start"
        label="Workspaces and plans"
        trigger={
          <button
            type="button"
            className="flex min-h-control w-full items-center gap-2 rounded-control px-1 py-1 text-left hover:bg-hover"
          >
            <Sign className="size-6 shrink-0" />
            <span className="flex min-w-0 flex-1 flex-col in-data-[rail=folded]:sr-only">
              <span className="truncate font-medium text-sm">{plan?.name ?? workspaceName}</span>
              {plan ? <span className="truncate text-subtle text-xs">{workspaceName}</span> : null}
            </span>
            <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-subtle in-data-[rail=folded]:hidden" />
          </button>
        }
      >
        <MenuLabel>Plans of {workspaceName}</MenuLabel>
        {plans.map((other) => (
          <MenuItem key={other.slug} asChild>
            <Link href={`${root}/${encodeURIComponent(other.slug)}/events`}>
              <span className="min-w-0 flex-1 truncate">{other.name}</span>
              {other.slug === planSlug ? <Check aria-label="Open now" /> : null}
            </Link>
          </MenuItem>
        ))}
        <MenuItem icon={<Plus aria-hidden />} unavailable={onlyAdmins} onSelect={() => setBegun('plan')}>
          New plan …
        </MenuItem>
        {workspaces.length > 1 ? (
          <>
            <MenuSeparator />
            <MenuLabel>Workspaces</MenuLabel>
            {workspaces.map((other) => (
              <MenuItem key={other.slug} asChild>
                <Link href={`/${encodeURIComponent(other.slug)}`}>
                  <span className="min-w-0 flex-1 truncate">{other.name}</span>
                  {other.slug === workspaceSlug ? <Check aria-label="Open now" /> : null}
                </Link>
              </MenuItem>
            ))}
          </>
        ) : null}
        <MenuSeparator />
        <MenuItem icon={<Plus aria-hidden />} unavailable={onlyAdmins} onSelect={() => setBegun('workspace')}>
          New workspace …
        </MenuItem>
      </DropdownMenu>
      <NewPlanDialog workspace={workspaceSlug} workspaceName={workspaceName} {...dialog('plan')} />
      <NewWorkspaceDialog {...dialog('workspace')} />
    </>
  );
}
