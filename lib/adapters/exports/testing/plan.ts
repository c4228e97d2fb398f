import type { JourneyStep } from '@/lib/domain/journey/step';
import type { Item } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { type Snapshot, snapshotOf } from '@/lib/domain/plan/snapshot';
import { revisionOf } from '@/lib/domain/testing/arbitraries';
import type { ExportJourneys } from '../define';

function item(kind: ItemKind, id: string, name: string, content: object, namespace: string | null = null): Item {
  return itemSchema.parse({ id, kind, namespace, name, content });
}

const live = { state: 'live' };

/** A small plan with one of everything that formats trip over. */
export const trickyPlan: Snapshot = snapshotOf(
  'pl_1',
  3,
  [
    item('source', 'so_1', 'Web shop', { meaning: 'The shop in a browser', runtime: 'client', lifecycle: live }),
    item('source', 'so_2', 'Backend', { runtime: 'server', lifecycle: live }),
    item('destination', 'de_1', 'Warehouse', {
      service: 'PostgreSQL',
      nameMapping: [{ itemId: 'ev_1', sendAs: 'order_completed' }],
    }),
    item('property', 'pr_1', 'order_id', {
      meaning: 'Key of the order',
      type: { type: 'string' },
      minLength: 3,
      pattern: '^o_',
      examples: ['o_17'],
    }),
    item('property', 'pr_2', 'revenue', {
      meaning: '=SUM of the "lines"',
      type: { type: 'number' },
      minimum: 0,
      unit: 'EUR',
    }),
    item('property', 'pr_3', 'plan', {
      type: { type: 'union', of: [{ type: 'string' }, { type: 'null' }] },
      allowedValues: [{ value: 'free', meaning: 'Pays nothing' }, { value: 'pro|team' }],
      lifecycle: { state: 'deprecated', replacedBy: null },
    }),
    item('property', 'pr_4', 'lines', {
      type: {
        type: 'array',
        items: {
          type: 'object',
          open: false,
          fields: [{ name: 'sku', type: { type: 'string' }, required: true, meaning: 'Key of the article' }],
        },
      },
    }),
    item('property', 'pr_5', 'at', { type: { type: 'timestamp' } }),
    item('property', 'pr_6', 'tags', {
      type: { type: 'array', items: { type: 'string' } },
      allowedValues: [{ value: 'new' }, { value: 'sale' }, { value: 'last' }],
    }),
    item('property', 'pr_7', 'mixed', {
      type: { type: 'union', of: [{ type: 'string' }, { type: 'integer' }, { type: 'null' }] },
      maxLength: 4,
      maximum: 9,
    }),
    item('property', 'pr_8', 'loose', { type: { type: 'any' }, pattern: '^x' }),
    item('property', 'pr_9', 'email', {
      scope: 'user',
      type: { type: 'string' },
      format: 'email',
      dataClass: { class: 'personal', kind: 'e-mail' },
    }),
    item('property', 'pr_10', 'plan', { type: { type: 'integer' }, format: 'colour' }, 'legacy'),
    item('property-group', 'pg_1', 'Campaign', {
      properties: [
        { propertyId: 'pr_8', presence: { kind: 'sometimes' } },
        { propertyId: 'pr_5', presence: { kind: 'sometimes' } },
      ],
    }),
    item('event', 'ev_1', 'Order Completed', {
      meaning: 'A customer has paid,\nand the money is ours',
      firesWhen: 'The payment is captured',
      doesNotCount: 'An authorised payment',
      category: 'Checkout',
      owner: { type: 'team', id: 'tm_1' },
      lifecycle: live,
      sources: ['so_1', 'so_2'],
      sourceOfTruth: 'so_2',
      destinations: ['de_1'],
      groups: ['pg_1'],
      properties: [
        { propertyId: 'pr_1', presence: { kind: 'always' } },
        { propertyId: 'pr_2', presence: { kind: 'always' }, note: 'Without shipping' },
        {
          propertyId: 'pr_3',
          presence: { kind: 'when', condition: 'the customer has a plan' },
          allowedValues: ['free'],
        },
        { propertyId: 'pr_4', presence: { kind: 'sometimes' } },
        {
          propertyId: 'pr_5',
          presence: { kind: 'always' },
          perSource: [{ sourceId: 'so_1', presence: { kind: 'sometimes' }, note: 'Older browsers' }],
        },
        { propertyId: 'pr_6', presence: { kind: 'sometimes' }, allowedValues: ['new', 'sale'] },
        { propertyId: 'pr_7', presence: { kind: 'sometimes' } },
      ],
      examples: [
        {
          title: 'As it is sent',
          payload: {
            order_id: 'o_17',
            revenue: 12.5,
            plan: null,
            lines: [{ sku: 'a' }],
            at: '2026-03-31T12:00:00Z',
            tags: ['new'],
            mixed: 3,
            loose: 'xy',
          },
        },
      ],
      links: [{ label: 'Spec', url: 'https://specs.example/orders' }],
      extras: [{ key: 'milestone', value: '14.8' }],
    }),
    item(
      'event',
      'ev_2',
      'order completed',
      {
        action: 'track',
        properties: [
          { propertyId: 'pr_3' },
          { propertyId: 'pr_10', presence: { kind: 'always' }, pinned: { value: 7 } },
        ],
        lifecycle: { state: 'deprecated', replacedBy: 'ev_1' },
      },
      'old/shop',
    ),
    item('event', 'ev_3', 'Order: completed', { properties: [{ propertyId: 'pr_1', presence: { kind: 'never' } }] }),
    item('event', 'ev_4', 'Order — completed', {
      action: 'identify',
      properties: [{ propertyId: 'pr_9', presence: { kind: 'always' } }],
    }),
    item('event', 'ev_5', 'Gone', { lifecycle: { state: 'retired', replacedBy: null } }),
    item('consumer', 'co_1', 'Revenue', { type: 'metric', uses: [{ key: 'u1', eventId: 'ev_1', propertyId: 'pr_2' }] }),
  ].map((one) => revisionOf(one)),
);

/** A step of a journey with as much said of it as a test needs. */
export function stepWith(id: string, facts: Partial<JourneyStep> = {}): JourneyStep {
  return {
    ...{ id, title: '', stage: null, eventId: null, knownAs: '', note: '', goesOn: true },
    ...{ branches: [], imageDigest: null, imageAlt: '', annotations: [] },
    ...facts,
  };
}

const mark = { x: 1, y: 2, width: 3, height: 4, label: '', itemId: null };

/** A journey through `trickyPlan` with a loop, a picture, and events that are retired or gone. */
export const trickyJourneys: ExportJourneys = {
  stages: ['acquisition', 'activation', 'retention'],
  snapshot: trickyPlan,
  list: [
    {
      id: 'jn_1',
      name: 'Buying & paying',
      description: 'From the first look\n- to the money',
      steps: [
        stepWith('st_1', { title: 'Looks around', stage: 'acquisition', branches: ['st_3'] }),
        stepWith('st_2', {
          ...{ stage: 'retention', eventId: 'ev_1', knownAs: 'Order Completed', branches: ['st_1'] },
          note: 'Sent with `order_id`.\n\nNot by hand.',
          ...{ imageDigest: 'a'.repeat(64), imageAlt: 'The page that says thank you' },
          annotations: [
            { ...mark, id: 'an_1', label: 'The sum', itemId: 'pr_2' },
            { ...mark, id: 'an_2', itemId: 'pr_99' },
            { ...mark, id: 'an_3' },
          ],
        }),
        stepWith('st_3', { title: 'Gives up', stage: 'retention', eventId: 'ev_5', knownAs: 'Gone', goesOn: false }),
        stepWith('st_4', { stage: 'left over', eventId: 'ev_99', knownAs: 'Order Paid' }),
      ],
    },
  ],
};
