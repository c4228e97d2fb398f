import { readSharedPage } from '@/lib/features/share-links/read-shared-page';
import { now } from '@/lib/infra/clock';
import { Bucket } from '@/lib/infra/http/bucket';
import { senderAddress } from '@/lib/infra/http/sender';
import { digestOf } from '@/lib/kit/digest';

/** Pages per minute that a sender may open by one link. */
const opened = new Bucket(300);

const headers = {
  // A revoked link must not live on in anybody's cache.
  'cache-control': 'private, no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow, noarchive',
} as const;

/** A page of a shared plan, or words that say nothing about why there is none. The address is the permission: no cookie is looked at. */
export async function answerSharedPage(request: Request, token: string, path: readonly string[]): Promise<Response> {
  const waitMs = opened.take(`${senderAddress(request.headers)} ${digestOf(token)}`, now().getTime());
  if (waitMs > 0) {
    const wait = { 'retry-after': `${Math.ceil(waitMs / 1000)}` };
    return plain(429, 'Too many pages at once. Wait a minute and load it again.', wait);
  }
  if (path.length === 0) {
    const location = `/shared/${encodeURIComponent(token)}/index.html`;
    return new Response(null, { status: 308, headers: { ...headers, location } });
  }
  const page = await readSharedPage({ token, path: path.join('/') });
  if (!page.ok)
    return plain(404, 'This link leads nowhere. It may have ended: ask whoever gave it to you for another.');
  return new Response(page.value.text, {
    headers: { ...headers, 'content-type': `${page.value.mediaType}; charset=utf-8` },
  });
}

function plain(status: number, words: string, more: Record<string, string> = {}): Response {
  return new Response(`${words}\n`, {
    status,
    headers: { ...headers, ...more, 'content-type': 'text/plain; charset=utf-8' },
  });
}
