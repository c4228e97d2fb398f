import 'server-only';
import { defaultConventions } from '../domain/conventions/settings';
import { defaultPolicy } from '../domain/review/policy';
import type { Tx } from '../infra/db/transaction';
import { newId } from '../kit/id';
import { createMembership } from './memberships';
import { createPlan } from './plans';
import { createWorkspace } from './workspaces';

const stages = ['acquisition', 'activation', 'retention', 'revenue', 'referral'];

/** Begins a workspace with its first admin and an empty plan to work in. @returns false when the slug is taken */
export async function foundWorkspace(
  tx: Tx,
  workspace: { id: string; slug: string; name: string; createdAt: Date },
  adminId: string,
): Promise<boolean> {
  if (!(await createWorkspace(tx, { ...workspace, isDemo: false }))) return false;
  await createMembership(tx, workspace.id, { userId: adminId, role: 'admin' });
  await createPlan(tx, workspace.id, {
    id: newId('pl'),
    slug: 'main',
    name: 'Main plan',
    description: '',
    policy: defaultPolicy,
    conventions: defaultConventions,
    stages,
    createdAt: workspace.createdAt,
  });
  return true;
}
