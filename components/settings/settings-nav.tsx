'use client';
import { Lock } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import { type ActionRule, actions } from '@/lib/domain/access/actions';
import { includesRole, type Role } from '@/lib/domain/access/roles';
import { type SettingsSection, settingsSections } from './sections';

function isOpenTo(section: SettingsSection, role: Role): boolean {
  const rule: ActionRule | undefined = section.action && actions[section.action];
  return !rule || includesRole(role, rule.role);
}

/** The sections of the settings; beside the page on wide screens, above it on narrow ones. */
export function SettingsNav({ workspace, role }: { workspace: string; role: Role }) {
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a narrow screen the open section comes into view each time it changes.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [path]);
  return (
    <nav
      ref={nav}
      aria-label="Settings"
      // Positioned, so that the hidden heads of its groups scroll with it and do not widen the page.
      className="relative flex shrink-0 gap-6 overflow-x-auto lg:w-48 lg:flex-col lg:overflow-visible"
    >
      {(['Workspace', 'You'] as const).map((group) => (
        <div key={group} className="flex shrink-0 items-center gap-1 lg:flex-col lg:items-stretch">
          <p className="px-2 font-medium text-subtle text-xs max-lg:sr-only">{group}</p>
          {settingsSections
            .filter((section) => section.group === group)
            .map((section) => {
              const href = `/${encodeURIComponent(workspace)}/settings/${section.id}`;
              const isCurrent = path === href || path.startsWith(`${href}/`);
              return (
                <Link
                  key={section.id}
                  href={href}
                  aria-current={isCurrent ? 'page' : undefined}
                  className={cn(
                    'flex h-control items-center gap-2 whitespace-nowrap rounded-control px-2 text-muted text-sm hover:bg-hover hover:text-text',
                    isCurrent && 'bg-selected font-medium text-text',
                  )}
                >
                  {section.label}
                  {isOpenTo(section, role) ? null : (
                    <Lock aria-label="Needs another role" className="size-3 text-subtle" />
                  )}
                </Link>
              );
            })}
        </div>
      ))}
    </nav>
  );
}
