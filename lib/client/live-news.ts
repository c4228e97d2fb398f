import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { LiveChange } from '@/lib/contracts/live';
import { activityKey } from './activity';
import { announcementsKey } from './announcements';
import { attendanceKey } from './attendance';
import { changeRequestKeys } from './change-requests';
import { emergencyKey } from './emergency-merges';
import { homeOptions } from './home';
import { inboxKeys } from './inbox-count';
import { itemKeys } from './items';
import { rolloutKey } from './rollout';

type Keys = readonly QueryKey[];

/** What a change in a workspace makes old, by key. */
export function keysOf(workspace: string, { action, plan, number }: LiveChange): Keys {
  const [noun] = action.split('.');
  const requests = plan === null ? ['change-requests', workspace] : changeRequestKeys.all({ workspace, plan });
  const home = homeOptions(workspace).queryKey;
  const activity = activityKey(workspace);
  switch (noun) {
    case 'inbox':
      return [inboxKeys.all(workspace), home];
    case 'team':
    case 'member':
      return [
        ['teams', workspace],
        ['members', workspace],
      ];
    case 'announcement':
      return plan === null ? [activity] : [activity, announcementsKey({ workspace, plan })];
    case 'attendance':
      return plan === null || number === null ? [] : [attendanceKey({ workspace, plan }, number)];
    case 'thread':
    case 'change-request': {
      if (plan === null || number === null) return [requests, home, activity];
      const place = { workspace, plan };
      if (action === 'change-request.merged') return [requests, home, activity, ...planKeys(workspace, plan)];
      const own: Keys[number][] = [changeRequestKeys.view(place, number), changeRequestKeys.threads(place, number)];
      if (noun === 'thread') return [...own, activity];
      if (action.startsWith('change-request.emergency-')) own.push(emergencyKey(place));
      const edited = ['edited', 'rebased', 'split'].some((verb) => action === `change-request.${verb}`);
      const deep = edited ? [changeRequestKeys.one(place, number)] : own;
      return [...deep, changeRequestKeys.lists(place), home, activity];
    }
    case 'glossary':
    case 'synonym':
      if (plan === null) return [];
      return [
        [noun === 'glossary' ? 'glossary' : 'synonyms', workspace, plan],
        ['search', workspace, plan],
        ['search-index', workspace, plan],
      ];
    case 'rollout':
      return plan === null ? [] : [rolloutKey({ workspace, plan })];
    case 'note':
      return plan === null ? [] : [['notes', workspace, plan]];
    default:
      return plan === null ? [] : [requests, activity, ...rulesOf(workspace, plan)];
  }
}

function planKeys(workspace: string, plan: string): Keys {
  return [
    itemKeys.all({ workspace, plan }),
    ['releases', workspace, plan],
    ['search', workspace, plan],
    ['search-index', workspace, plan],
  ];
}

function rulesOf(workspace: string, plan: string): Keys {
  return [
    ['policy', workspace, plan],
    ['conventions', workspace, plan],
  ];
}

/** Everything that a stream tells of: what is old when it was not heard for a while. */
const toldNouns = new Set<unknown>([
  ...['change-requests', 'inbox', 'home', 'items', 'releases', 'search', 'search-index'],
  ...['activity', 'announcements'],
  ...['policy', 'conventions', 'teams', 'members'],
  ...['glossary', 'synonyms', 'notes'],
]);

/** Reads again, without a word, what changes have made old; what is not on screen waits until it is. */
export function refresh(client: QueryClient, workspace: string, changes: readonly LiveChange[]): void {
  const keys = new Map(changes.flatMap((one) => keysOf(workspace, one)).map((key) => [JSON.stringify(key), key]));
  for (const queryKey of keys.values()) {
    if (queryKey[0] === 'inbox' && isTriaging(client, workspace)) continue;
    void client.invalidateQueries({ queryKey });
  }
}

/** Reads again everything of a workspace that may have changed unheard. */
export function refreshAll(client: QueryClient, workspace: string): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [noun, place] }) =>
      toldNouns.has(noun) && place === workspace && !(noun === 'inbox' && isTriaging(client, workspace)),
  });
}

/** Reading in the middle of it would bring back rows that have left; triage reads again when it is done. */
function isTriaging(client: QueryClient, workspace: string): boolean {
  return client.isMutating({ mutationKey: inboxKeys.triage(workspace) }) > 0;
}
