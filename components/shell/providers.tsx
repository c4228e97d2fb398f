'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import { ThemeProvider, useTheme } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { LiveRegions } from '@/components/ui/live-regions';
import { TooltipProvider } from '@/components/ui/tooltip';
import { useIdle } from '@/components/ui/use-idle';
import { useLoaded } from '@/components/ui/use-loaded';
import { newQueryClient } from '@/lib/client/query-client';
import { KeptTitle } from './kept-title';
import { KeyboardListener } from './keyboard/keyboard-listener';
import { ShortcutSheet } from './keyboard/shortcut-sheet';
import { OfflineBanner } from './offline-banner';

const loadToaster = async () => (await import('@/components/ui/toaster')).Toaster;

function ThemedToaster() {
  const { resolvedTheme } = useTheme();
  const Toaster = useLoaded(loadToaster, useIdle());
  return Toaster ? <Toaster theme={resolvedTheme === 'dark' ? 'dark' : 'light'} /> : null;
}

/** What every page stands in: theme, cache, address state, keys, toasts and the regions that are read aloud. */
export function Providers({ nonce, children }: { nonce?: string | undefined; children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <ThemeProvider
      attribute="class"
      defaultTheme="system"
      enableSystem
      storageKey="wm-theme"
      {...(nonce ? { nonce } : {})}
    >
      <QueryClientProvider client={client}>
        <NuqsAdapter>
          <TooltipProvider>
            <OfflineBanner />
            {children}
            <ShortcutSheet />
          </TooltipProvider>
        </NuqsAdapter>
      </QueryClientProvider>
      <KeptTitle />
      <KeyboardListener />
      <LiveRegions />
      <ThemedToaster />
    </ThemeProvider>
  );
}
