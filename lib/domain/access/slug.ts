/** Words that address something of ours and therefore name no workspace. */
export const reservedWorkspaceSlugs: ReadonlySet<string> = new Set(
  'acknowledge api app assets auth docs health help invitation invitations invite join me new problems shared sign-in sign-out sign-up static unsubscribe well-known www'.split(
    ' ',
  ),
);

/** A name as the part of an address: lower-case ASCII words joined by hyphens, at most 40 characters. */
export function slugOf(name: string, fallback = 'workspace'): string {
  const ascii = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = ascii
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return slug.length >= 2 ? slug : fallback;
}

/** A slug for a name that is neither reserved nor among those taken: the name's own, or with the next free number. */
export function freeSlug(name: string, taken: ReadonlySet<string>, reserved = reservedWorkspaceSlugs): string {
  const base = slugOf(name);
  if (!taken.has(base) && !reserved.has(base)) return base;
  for (let n = 2; ; n += 1) {
    if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
  }
}
