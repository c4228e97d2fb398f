/** Words that stand in a workspace's addresses where a plan's slug would, and therefore name no plan. */
export const reservedPlanSlugs: ReadonlySet<string> = new Set([
  'inbox',
  'settings',
  'home',
  'new',
  'plans',
  'members',
  'search',
  'api',
  'welcome',
  'start',
]);
