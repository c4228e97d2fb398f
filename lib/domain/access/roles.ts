/** The four roles of a workspace, weakest first; each includes the ones before it. */
export const roles = ['viewer', 'contributor', 'approver', 'admin'] as const;

/** A member's role in a workspace. */
export type Role = (typeof roles)[number];

/** What each role is for, in the plain words that an invitation uses. */
export const roleWords: Record<Role, { readonly label: string; readonly does: string }> = {
  viewer: { label: 'Viewer', does: 'looks up' },
  contributor: { label: 'Contributor', does: 'proposes' },
  approver: { label: 'Approver', does: 'reviews' },
  admin: { label: 'Admin', does: 'runs the workspace' },
};

/** Whether `held` includes everything `needed` may do. */
export function includesRole(held: Role, needed: Role): boolean {
  return roles.indexOf(held) >= roles.indexOf(needed);
}

/** The weaker of two roles: what a token may do once its maker's role has changed. */
export function weakerRole(a: Role, b: Role): Role {
  return includesRole(a, b) ? b : a;
}
