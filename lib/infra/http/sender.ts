import { env } from '../env';

/**
 * The sender's address for counting attempts, or `direct` when no proxy is configured: a forwarded header is believed
 * only behind a proxy we know, and then its last entry that is not itself a proxy.
 */
export function senderAddress(headers: Headers): string {
  const trusted = env().trustedProxies;
  if (trusted.length === 0) return 'direct';
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  return hops.reverse().find((hop) => hop !== '' && !trusted.includes(hop)) ?? 'direct';
}
