import 'server-only';
import type { TemplateView } from '@/lib/contracts/templates';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import type { Item } from '@/lib/domain/plan/item';
import { itemByName, type Snapshot } from '@/lib/domain/plan/snapshot';
import { prisma } from '@/lib/infra/db/client';
import { err, ok, type Result } from '@/lib/kit/result';
import { readPlan } from '@/lib/store/plans';
import { loadSnapshot } from '@/lib/store/snapshot-cache';
import { buildTemplate } from './build-template';
import type { Template } from './template';
import { templates } from './templates';

/** The templates, each with what a change request has to propose for a plan to have its events. */
export async function listTemplates(
  actor: Actor,
  input: { plan: string },
): Promise<Result<{ items: TemplateView[] }, AccessDenied | { code: 'plan.not-found' }>> {
  const allowed = can(actor, 'plan.read');
  if (!allowed.ok) return allowed;
  const plan = await readPlan(prisma(), actor.workspaceId, input.plan);
  if (!plan) return err({ code: 'plan.not-found' });
  const head = await loadSnapshot(prisma(), actor.workspaceId, plan.id, plan.headRelease);
  return ok({ items: templates.map((template) => viewOf(template, buildTemplate(template, head), head)) });
}

function viewOf({ id, label, summary, events }: Template, items: readonly Item[], head: Snapshot): TemplateView {
  const made = new Map(items.flatMap((item) => (item.kind === 'event' ? [[item.name, item] as const] : [])));
  return {
    id,
    label,
    summary,
    events: events.map(({ name, category, meaning, firesWhen }) => {
      const item = made.get(name);
      return {
        itemId: item?.id ?? itemByName(head, 'event', null, name)?.id ?? '',
        name,
        category,
        meaning,
        firesWhen,
        properties: item?.content.properties.map((use) => use.propertyId) ?? [],
        isPresent: item === undefined,
      };
    }),
    items: items.map((item) => ({
      itemId: item.id,
      kind: item.kind,
      namespace: item.namespace,
      name: item.name,
      content: item.content as TemplateView['items'][number]['content'],
    })),
  };
}
