import type { NextConfig } from 'next';

/** Headers of every answer. The content policy with its nonce is set per request, in proxy.ts. */
const headers = [
  { key: 'x-content-type-options', value: 'nosniff' },
  { key: 'x-frame-options', value: 'DENY' },
  { key: 'referrer-policy', value: 'strict-origin-when-cross-origin' },
  { key: 'cross-origin-opener-policy', value: 'same-origin' },
  { key: 'cross-origin-resource-policy', value: 'same-origin' },
  { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  typedRoutes: false,
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
    { source: '/:path*', headers },
    // The address is a secret, so no page that is left by a link may tell it.
    { source: '/shared/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
  ],
};

export default config;
