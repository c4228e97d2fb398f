'use client';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'next/navigation';
import { useTheme } from 'next-themes';
import { type ReactNode, useEffect } from 'react';
import { currentPreference, setPreference } from '@/components/shared/preferences';
import { AppFrame } from '@/components/shell/app-frame';
import { useIdle } from '@/components/ui/use-idle';
import { useLoaded } from '@/components/ui/use-loaded';
import { preferencesOptions } from '@/lib/client/preferences';
import type { PreferencesView } from '@/lib/contracts/preferences';
import type { Role } from '@/lib/domain/access/roles';
import type { Frame } from '@/lib/features/workspaces/read-frame';

const loadLiveUpdates = async () => (await import('@/components/shell/live-updates')).LiveUpdates;

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
      <News workspace={frame.workspace.slug} seq={frame.auditSeq} />
      {children}
    </AppFrame>
  );
}

/** Shows nothing, so that it can wait; it hears then what has happened since the page was made. */
function News(props: { workspace: string; seq: number }) {
  const LiveUpdates = useLoaded(loadLiveUpdates, useIdle());
  return LiveUpdates ? <LiveUpdates {...props} /> : null;
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
