/** What is exported, as it stands in addresses. */
export interface ExportAsk {
  readonly format: string;
  readonly at?: string | undefined;
  readonly changeRequest?: string | undefined;
  readonly filter?: string | undefined;
  /** As JSON. */
  readonly options?: string | undefined;
}

/** Where an export is downloaded, below the instance's own address. */
export function exportHref(place: { readonly workspace: string; readonly plan: string }, ask: ExportAsk): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(ask)) if (value) search.set(key, value);
  return `/api/v1/workspaces/${encodeURIComponent(place.workspace)}/plans/${encodeURIComponent(place.plan)}/exports?${search}`;
}
