/** The cookie that names the change request this browser has open for editing in a plan. */
export function editingCookie(planId: string): string {
  return `wm-editing-${planId}`;
}

/** Opens a request for editing in this browser, so that edits of items go into it. Browser only. */
export function startEditing(planId: string, number: number): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox, and the server reads this one.
  document.cookie = `${editingCookie(planId)}=${number}; Path=/; Max-Age=604800; SameSite=Lax`;
}

/** Stops adding edits to the open request; nothing in it is lost. Browser only. */
export function stopEditing(planId: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: see above.
  document.cookie = `${editingCookie(planId)}=; Path=/; Max-Age=0; SameSite=Lax`;
}
