import type { NextConfig } from 'next';
import { securityHeaders } from './scripts/security-headers.mjs';

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  typedRoutes: false,
  // Kept from one development server to the next, it hands out scripts that no longer fit, and the page reloads for ever.
  experimental: { turbopackFileSystemCacheForDev: false },
  reactStrictMode: true,
  images: { unoptimized: true },
  // `npm run check` owns the types; a start must not pay for them twice.
  typescript: { ignoreBuildErrors: true },
  // Native or self-locating packages that a bundle would break.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'graphile-worker',
    'pg',
    'recheck',
    'pino',
    'rate-limiter-flexible',
    're2js',
    'recheck',
  ],
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    // The address is a secret, so no page that is left by a link may tell it.
    { source: '/shared/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
  ],
};

export default config;
