import type { ShareLinkView } from '@/lib/contracts/share-links';
import type { ShareLink } from '@/lib/store/share-links';

/** A share link without its secret, as it is at a moment. */
export function shareLinkView(link: ShareLink, at: Date): ShareLinkView {
  return {
    id: link.id,
    name: link.name,
    release: link.release,
    prefix: link.prefix,
    createdBy: link.createdBy,
    createdAt: link.createdAt.toISOString(),
    expiresAt: link.expiresAt.toISOString(),
    lastUsedAt: link.lastUsedAt?.toISOString() ?? null,
    revokedAt: link.revokedAt?.toISOString() ?? null,
    isOpen: link.revokedAt === null && link.expiresAt > at,
  };
}
