import 'server-only';
import type { Exported } from '@/lib/adapters/exports/define';
import { exportAdapter } from '@/lib/adapters/exports/list';
import type { ExportQuery } from '@/lib/contracts/exports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { itemsOfKind, overlay, type Snapshot } from '@/lib/domain/plan/snapshot';
import { now } from '@/lib/infra/clock';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readChangeRequest } from '@/lib/store/change-requests';
import { listTermsAsOf } from '@/lib/store/glossary-at';
import { listJourneysAsOf } from '@/lib/store/journey-versions';
import type { Journey } from '@/lib/store/journeys';
import { readOwnerNames } from '@/lib/store/owner-names';
import { readPlanHistory } from '@/lib/store/plan-history';
import { readPlanPast } from '@/lib/store/plan-past';
import { type PlanAtError, readPlanAt } from '@/lib/store/read-plan-at';
import { listSynonyms } from '@/lib/store/synonyms';
import { scoped } from './scope';

export type ExportError =
  | AccessDenied
  | PlanAtError
  | { readonly code: 'change-request.not-found' }
  | { readonly code: 'export.unknown-format'; readonly detail: string }
  | { readonly code: 'request.invalid'; readonly errors: { path: string; message: string }[] };

export interface Opened extends Exported {
  readonly release: number;
  readonly events: number;
  /** For file names: `shop-v12-json-schema`, `shop-request-7-csv`. */
  readonly baseName: string;
}

/** Runs an export over a release, or over the plan as a change request would leave it. */
export async function openExport(
  actor: Actor,
  input: { plan: string } & ExportQuery,
): Promise<Result<Opened, ExportError>> {
  const allowed = can(actor, 'export.read');
  if (!allowed.ok) return allowed;
  const adapter = exportAdapter(input.format);
  if (!adapter) return err({ code: 'export.unknown-format', detail: `There is no export format ${input.format}` });
  const options = adapter.options.strict().safeParse(parseOptions(input.options));
  if (!options.success) {
    return err({
      code: 'request.invalid',
      errors: options.error.issues.map((issue) => ({
        path: ['options', ...issue.path].join('.'),
        message: issue.message,
      })),
    });
  }
  const tx = prisma();
  const opened = await readPlanAt(tx, actor.workspaceId, input.plan, input.at);
  if (!opened.ok) return opened;
  const { plan } = opened.value;
  let snapshot: Snapshot = opened.value.snapshot;
  if (input.changeRequest !== undefined) {
    const request = await readChangeRequest(tx, actor.workspaceId, plan.id, input.changeRequest);
    if (!request) return err({ code: 'change-request.not-found' });
    snapshot = overlay(snapshot, request.changes);
  }
  const owners = await readOwnerNames(tx, actor.workspaceId);
  const history = await readPlanHistory(tx, actor.workspaceId, opened.value.snapshot);
  const narrowed = scoped(snapshot, input.filter, {
    me: actor,
    ownersNamed: owners.keysNamed,
    releasedAt: (release) => history.releasedAt.get(release),
    now: now(),
  });
  if (!narrowed.ok) return narrowed;
  const ownerNames = new Map<string, string>();
  for (const item of narrowed.value.items.values()) {
    const { owner } = item.content;
    if (owner && !ownerNames.has(owner.id)) ownerNames.set(owner.id, owners.nameOf(owner));
  }
  const told = adapter.tellsContext
    ? {
        past: await readPlanPast(tx, actor.workspaceId, opened.value.snapshot, owners, 'every'),
        glossary: await listTermsAsOf(tx, plan, input.at),
        synonyms: (await listSynonyms(tx, actor.workspaceId, plan.id)).map(({ words }) => words),
        journeys: {
          list: within(narrowed.value, snapshot, await listJourneysAsOf(tx, plan, input.at)),
          ...{ stages: plan.stages, snapshot },
        },
      }
    : {};
  const { slug, name } = plan;
  const done = adapter.files({ slug, name, snapshot: narrowed.value, ownerNames, ...told }, options.data);
  const state = input.changeRequest === undefined ? `v${snapshot.release}` : `request-${input.changeRequest}`;
  return ok({
    ...done,
    release: snapshot.release,
    events: itemsOfKind(narrowed.value, 'event').length,
    baseName: `${plan.slug}-${state}-${adapter.id}`,
  });
}

/** The journeys that a part of a plan is about: those with an event in it. The whole plan has all. */
function within(part: Snapshot, whole: Snapshot, journeys: readonly Journey[]): readonly Journey[] {
  if (part === whole) return journeys;
  return journeys.filter(({ steps }) => steps.some(({ eventId }) => eventId !== null && part.items.has(eventId)));
}

function parseOptions(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return 'not JSON';
  }
}
