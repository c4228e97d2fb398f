/** Every part of the bench, by name; loaded only when it runs. A part answers whether all its goals are met. */
export const parts: Readonly<Record<string, () => Promise<() => Promise<boolean>>>> = {
  diff: async () => (await import('./domain-diff')).benchDomainDiff,
  merge: async () => (await import('./three-way-merge')).benchThreeWayMerge,
  review: async () => (await import('./review')).benchReview,
  conventions: async () => (await import('./conventions')).benchConventions,
  snapshot: async () => (await import('./snapshot')).benchSnapshot,
  'merge-request': async () => (await import('./merge-request')).benchMergeRequest,
  import: async () => (await import('./import')).benchImport,
  'import-staged': async () => (await import('./import-staged')).benchStagedImport,
  history: async () => (await import('./history')).benchHistory,
  search: async () => (await import('./search')).benchSearch,
  server: async () => (await import('./server')).benchServer,
  reading: async () => (await import('./reading')).benchReading,
  palette: async () => (await import('./palette')).benchPalette,
  grid: async () => (await import('./grid')).benchGrid,
  'diff-screen': async () => (await import('./diff-screen')).benchDiffScreen,
  races: async () => (await import('./races')).benchRaces,
  delivery: async () => (await import('./delivery')).benchDelivery,
  triage: async () => (await import('./triage')).benchTriage,
  live: async () => (await import('./live')).benchLive,
  documentation: async () => (await import('./documentation-site')).benchDocumentationSite,
  kills: async () => (await import('./kills')).benchKills,
};

export const partNames: readonly string[] = Object.keys(parts);
