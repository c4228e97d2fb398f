'use client';
import { QueryClientProvider } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { ThemeProvider, useTheme } from 'next-themes';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { LiveRegions } from '@/components/ui/live-regions';
import { TooltipProvider } from '@/components/ui/tooltip';
import { newQueryClient } from '@/lib/client/query-client';
import { KeyboardListener } from './keyboard/keyboard-listener';
import { ShortcutSheet } from './keyboard/shortcut-sheet';
import { OfflineBanner } from './offline-banner';

const Toaster = dynamic(() => import('@/components/ui/toaster').then((module) => module.Toaster), { ssr: false });

function ThemedToaster() {
  const { resolvedTheme } = useTheme();
  return <Toaster theme={resolvedTheme === 'dark' ? 'dark' : 'light'} />;
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
      <KeyboardListener />
      <LiveRegions />
      <ThemedToaster />
    </ThemeProvider>
  );
}
