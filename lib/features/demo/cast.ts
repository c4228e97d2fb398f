import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { defaultConventions } from '@/lib/domain/conventions/settings';
import { defaultPolicy, type Policy } from '@/lib/domain/review/policy';
import { inTransaction, type Tx } from '@/lib/infra/db/transaction';
import { digestOf } from '@/lib/kit/digest';
import { createMembership } from '@/lib/store/memberships';
import { createPlan } from '@/lib/store/plans';
import { createTeam, setTeamMembers } from '@/lib/store/teams';
import { createUser } from '@/lib/store/users';
import { createWorkspace } from '@/lib/store/workspaces';
import type { DemoNames } from './build-items';
import { demoPeople, demoTeams } from './people';

/** The demo's workspace as its script needs it: who can act, and what names stand for. */
export interface Cast {
  readonly workspaceId: string;
  readonly plan: string;
  readonly planId: string;
  readonly names: DemoNames;
  readonly actors: ReadonlyMap<string, Actor>;
}

const demoPolicy: Policy = { ...defaultPolicy, acknowledgements: 'require' };

/** Ids follow from names, so a link into the demo survives a new seed. */
export function demoId(prefix: string, name: string): string {
  return `${prefix}_${digestOf(['fern-and-kettle', prefix, name]).slice(0, 26)}`;
}

/** Stores the workspace, its people and teams, and the plan before its first release. @returns undefined when it is there already */
export function storeCast(at: Date): Promise<Cast | undefined> {
  return inTransaction(async (tx) => {
    const workspaceId = demoId('ws', 'Fern & Kettle');
    if (
      !(await createWorkspace(tx, {
        id: workspaceId,
        slug: 'fern-and-kettle',
        name: 'Fern & Kettle',
        isDemo: true,
        createdAt: at,
      }))
    )
      return undefined;
    const planId = demoId('pl', 'shop');
    const people = await storePeople(tx, workspaceId, at);
    const teams = await storeTeams(tx, workspaceId, people, at);
    await createPlan(tx, workspaceId, {
      id: planId,
      slug: 'shop',
      name: 'Shop',
      description: 'What the web shop, the app and the servers behind them send.',
      policy: demoPolicy,
      conventions: defaultConventions,
      stages: ['acquisition', 'activation', 'retention', 'revenue', 'referral'],
      createdAt: at,
    });
    const actors = new Map(
      demoPeople.map((person): [string, Actor] => [
        person.name,
        {
          userId: people.get(person.name) ?? '',
          workspaceId,
          role: person.role,
          teamIds: person.teams.map((team) => teams.get(team) ?? ''),
          via: { kind: 'session', sessionId: demoId('se', person.name) },
        },
      ]),
    );
    return { workspaceId, plan: 'shop', planId, names: { teams, people }, actors };
  });
}

async function storePeople(tx: Tx, workspaceId: string, at: Date): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { name, role } of demoPeople) {
    const id = demoId('us', name);
    const email = `${name
      .normalize('NFKD')
      .replace(/[^a-zA-Z]+/gu, '.')
      .replace(/\.(?=\p{M})/gu, '')
      .toLowerCase()}@fern-and-kettle.example`;
    await createUser(tx, { id, email, name, passwordHash: null, createdAt: at });
    await createMembership(tx, workspaceId, { userId: id, role });
    ids.set(name, id);
  }
  return ids;
}

async function storeTeams(
  tx: Tx,
  workspaceId: string,
  people: ReadonlyMap<string, string>,
  at: Date,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [name, description] of demoTeams) {
    const id = demoId('tm', name);
    await createTeam(tx, workspaceId, { id, slug: name.toLowerCase(), name, description, createdAt: at });
    const members = demoPeople.flatMap((person) =>
      person.teams.includes(name) ? [people.get(person.name) ?? ''] : [],
    );
    await setTeamMembers(tx, workspaceId, id, members);
    ids.set(name, id);
  }
  return ids;
}
