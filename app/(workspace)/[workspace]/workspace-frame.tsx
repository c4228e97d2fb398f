'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useParams } from 'next/navigation';
import { useTheme } from 'next-themes';
import { type ReactNode, useEffect } from 'react';
import { currentPreference, setPreference } from '@/components/shared/preferences';
import { AppFrame } from '@/components/shell/app-frame';
import { preferencesOptions } from '@/lib/client/preferences';
import type { PreferencesView } from '@/lib/contracts/preferences';
import type { Role } from '@/lib/domain/access/roles';
import type { Frame } from '@/lib/features/workspaces/read-frame';

// Shows nothing and hears nothing before the page stands.
const LiveUpdates = dynamic(() => import('@/components/shell/live-updates').then((module) => module.LiveUpdates), {
  ssr: false,
});

interface Props {
  frame: Frame;
  role: Role;
  preferences: PreferencesView;
  children: ReactNode;
}

/** The shell with the plan of the address, or on pages of the workspace its first plan. */
export function WorkspaceFrame({ frame, role, preferences, children }: Props) {
  const { plan } = useParams<{ plan?: string }>();
  // They came with the page; who changes them puts the new ones in the same place.
  useQuery({ ...preferencesOptions(), initialData: preferences, enabled: false });
  const slug = plan === undefined ? undefined : decodeURIComponent(plan);
  const open = frame.plans.find((candidate) => candidate.slug === slug) ?? frame.plans[0];
  return (
    <AppFrame
      workspaceSlug={frame.workspace.slug}
      workspaceName={frame.workspace.name}
      planSlug={open?.slug ?? null}
      plans={frame.plans}
      workspaces={frame.workspaces}
      inboxCount={frame.inboxCount}
      user={frame.user}
      role={role}
    >
      <BringPreferences {...preferences} />
      <LiveUpdates workspace={frame.workspace.slug} seq={frame.auditSeq} />
      {children}
    </AppFrame>
  );
}

/** Applies what the person chose in another browser, once; later changes are made where they are seen. */
function BringPreferences({ theme, density, palette, singleKeys }: PreferencesView) {
  const { theme: applied, setTheme } = useTheme();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stored is brought when the frame arrives, not when it changes here.
  useEffect(() => {
    const key = `wm-brought:${theme}:${density}:${palette}:${singleKeys}`;
    if (sessionStorage.getItem('wm-brought') === key) return;
    sessionStorage.setItem('wm-brought', key);
    if (theme !== 'system' && applied !== theme) setTheme(theme);
    if (currentPreference('density') !== density) setPreference('density', density);
    if (currentPreference('palette') !== palette) setPreference('palette', palette);
    if (currentPreference('singleKeys') !== singleKeys) setPreference('singleKeys', singleKeys);
  }, []);
  return null;
}
