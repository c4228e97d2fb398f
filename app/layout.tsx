import type { Metadata, Viewport } from 'next';
import { cookies, headers } from 'next/headers';
import type { ReactNode } from 'react';
import { preferenceAttributes, readPreferences } from '@/components/shared/preferences';
import { Providers } from '@/components/shell/providers';
import { fontVariables } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Waymark', template: '%s · Waymark' },
  description: 'What your analytics events mean, and the only way that meaning changes.',
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0d0e11' },
  ],
};

/** The document around every page: fonts, preferences before the first paint, and what all pages share. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const preferences = readPreferences((name) => jar.get(name)?.value);
  return (
    <html lang="en" className={fontVariables} {...preferenceAttributes(preferences)} suppressHydrationWarning>
      <body>
        <Providers nonce={head.get('x-nonce') ?? undefined}>{children}</Providers>
      </body>
    </html>
  );
}
