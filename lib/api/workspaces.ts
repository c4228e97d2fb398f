import {
  createWorkspaceRequestSchema,
  updateWorkspaceRequestSchema,
  workspaceViewSchema,
} from '@/lib/contracts/workspaces';
import { createWorkspace } from '@/lib/features/workspaces/create-workspace';
import { readWorkspace } from '@/lib/features/workspaces/read-workspace';
import { updateWorkspace } from '@/lib/features/workspaces/update-workspace';
import { get, patch, person, type Route } from './route';

/** Workspaces; the list of one's own is part of the account. */
export const workspaceRoutes: readonly Route[] = [
  person.post('/workspaces', {
    summary: 'Begin another workspace',
    body: createWorkspaceRequestSchema,
    result: workspaceViewSchema,
    status: 201,
    run: createWorkspace,
  }),
  get('/workspaces/{workspace}', {
    summary: 'Read a workspace',
    action: 'workspace.read',
    result: workspaceViewSchema,
    run: readWorkspace,
  }),
  patch('/workspaces/{workspace}', {
    summary: 'Rename a workspace or move its address',
    action: 'workspace.update',
    body: updateWorkspaceRequestSchema,
    result: workspaceViewSchema,
    ifMatch: 'required',
    run: updateWorkspace,
  }),
];
