import {
  createTeamRequestSchema,
  teamListQuerySchema,
  teamListSchema,
  teamViewSchema,
  updateTeamRequestSchema,
} from '@/lib/contracts/teams';
import { archiveTeam } from '@/lib/features/teams/archive-team';
import { createTeam } from '@/lib/features/teams/create-team';
import { listTeams } from '@/lib/features/teams/list-teams';
import { updateTeam } from '@/lib/features/teams/update-team';
import { del, get, patch, post, type Route } from './route';

/** Teams, which own items and are asked for reviews. */
export const teamRoutes: readonly Route[] = [
  get('/teams', {
    summary: 'List teams with their members',
    action: 'team.read',
    query: teamListQuerySchema,
    result: teamListSchema,
    run: listTeams,
  }),
  post('/teams', {
    summary: 'Create a team',
    action: 'team.create',
    body: createTeamRequestSchema,
    result: teamViewSchema,
    status: 201,
    run: createTeam,
  }),
  patch('/teams/{id}', {
    summary: 'Rename a team or set who is in it',
    action: 'team.update',
    body: updateTeamRequestSchema,
    result: teamViewSchema,
    run: updateTeam,
  }),
  del('/teams/{id}', {
    summary: 'Archive a team; what it owns keeps naming it',
    action: 'team.archive',
    result: teamViewSchema,
    run: archiveTeam,
  }),
];
