import 'server-only';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { Actor } from '@/lib/domain/access/actor';
import { itemOf } from '@/lib/domain/merge/changes-between';
import { type Item, type Revision, withField } from '@/lib/domain/plan/item';
import { itemSchema } from '@/lib/domain/plan/item-schema';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { askReviewOf } from '@/lib/features/change-requests/ask-review';
import { editChange } from '@/lib/features/change-requests/edit-change';
import { approveChangeRequest, requestChangesOf } from '@/lib/features/change-requests/moves';
import { replyToThread, startThread } from '@/lib/features/change-requests/threads';
import { tickChecklist } from '@/lib/features/change-requests/tick-checklist';
import { demoItemId } from './build-items';

type Find = (kind: ItemKind, name: string) => Revision | undefined;

/** What somebody does with an open request after it was started. */
export interface Scene {
  readonly plan: string;
  readonly number: number;
  readonly as: (name: string) => Actor;
  readonly item: (kind: ItemKind, name: string) => string;
  readonly later: <T>(daysAgo: number, run: () => T) => T;
  readonly read: () => Promise<ChangeRequestView>;
}

interface DemoOpenRequest {
  readonly daysAgo: number;
  readonly author: string;
  readonly title: string;
  readonly reason: string;
  readonly submit: boolean;
  readonly items: (find: Find) => Item[];
  readonly afterwards?: (scene: Scene) => Promise<void>;
}

function edited(find: Find, kind: ItemKind, name: string, fields: Record<string, unknown>): Item {
  const revision = find(kind, name);
  if (!revision) throw new Error(`the demo has no ${kind} ${name} to edit`);
  return Object.entries(fields).reduce((item, [key, value]) => withField(item, key, value), itemOf(revision));
}

const clearer = 'A product seen in a list, a search result or a recommendation shelf.';

/** Requests that wait for somebody, oldest first; the first began before the last release and so meets a conflict. */
export const demoOpenRequests: readonly DemoOpenRequest[] = [
  {
    daysAgo: 9,
    author: 'Priya Raman',
    title: 'Baskets and parcels, said precisely',
    reason:
      'Half of the basket views come from the little basket that unfolds by itself. Support asks every week what counts as delivered.',
    submit: true,
    items: (find) => [
      edited(find, 'event', 'Cart Viewed', {
        firesWhen: 'The basket page is open, its sum is shown, and the visitor asked for it.',
        doesNotCount: 'The little basket that unfolds after a product was added.',
      }),
      edited(find, 'property', 'coupon_result', {
        allowedValues: [
          { value: 'accepted', meaning: 'The discount was applied' },
          { value: 'expired', meaning: 'The code was valid once' },
          { value: 'unknown', meaning: 'We never issued it' },
        ],
      }),
      edited(find, 'event', 'Product Viewed', { doesNotCount: clearer }),
      edited(find, 'event', 'Order Delivered', {
        firesWhen: 'The carrier reports delivery to the customer or a neighbour.',
      }),
    ],
    afterwards: async ({ plan, number, as, item, later, read }) => {
      const place = { plan, number };
      await later(8, () =>
        editChange(as('Priya Raman'), {
          ...place,
          itemId: item('event', 'Product Viewed'),
          fields: { doesNotCount: clearer },
          expected: {},
          claims: [{ field: 'doesNotCount', member: null, part: null }],
        }),
      );
      await later(8, () =>
        startThread(as('Amara Okafor'), {
          ...place,
          itemId: item('event', 'Cart Viewed'),
          field: 'firesWhen',
          body: 'The abandoned basket mail counts these. How many fewer will there be?',
        }),
      );
      const threads = await later(7, () =>
        startThread(as('Jonas Lindqvist'), {
          ...place,
          itemId: item('property', 'coupon_result'),
          field: 'allowedValues',
          body: 'The app still sends `not_combinable`. Suggestion: keep it and call it deprecated until version 4.13 is everywhere.',
        }),
      );
      const [first] = threads.ok ? threads.value.items : [];
      if (first)
        await later(7, () =>
          replyToThread(as('Priya Raman'), {
            ...place,
            thread: first.id,
            body: 'About **a third**, going by last week. I will write to the owners.',
          }),
        );
      const view = await read();
      const covers = view.changes
        .filter((change) => change.name === 'Cart Viewed')
        .map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest }));
      await later(5, () =>
        approveChangeRequest(as('Noor Haddad'), { ...place, covers, body: 'The basket part is right.' }),
      );
    },
  },
  {
    daysAgo: 4,
    author: 'Luca Ferri',
    title: 'A pause that ends by itself is a pause too',
    reason: 'Customers can now say how long they pause; the model of churn has to know.',
    submit: true,
    items: (find) => [
      edited(find, 'event', 'Subscription Paused', {
        meaning: 'A customer stops deliveries for a while, with or without an end.',
        firesWhen: 'The pause is stored, by the customer or by support.',
      }),
    ],
    afterwards: async ({ plan, number, as, later, read }) => {
      await later(4, () => tickChecklist(as('Luca Ferri'), { plan, number, line: 'tickets', ticked: true }));
      await later(3, () => tickChecklist(as('Noor Haddad'), { plan, number, line: 'data_class', ticked: true }));
      const view = await read();
      await later(3, () =>
        approveChangeRequest(as('Noor Haddad'), { plan, number, ifMatch: view.lockVersion, covers: null, body: '' }),
      );
    },
  },
  {
    daysAgo: 3,
    author: 'Tomás Vidal',
    title: 'Returns name the parcel',
    reason: 'The warehouse cannot match returns to parcels.',
    submit: true,
    items: (find) => {
      const event = edited(find, 'event', 'Return Requested', {});
      if (event.kind !== 'event') return [];
      const use = {
        propertyId: demoItemId('property', 'tracking_number'),
        presence: { kind: 'always' as const },
        allowedValues: null,
        pinned: null,
        note: '',
        perSource: [],
      };
      return [withField(event, 'properties', [...event.content.properties, use])];
    },
    afterwards: async ({ plan, number, as, later }) => {
      await later(2, () =>
        requestChangesOf(as('Jonas Lindqvist'), {
          plan,
          number,
          body: 'Older parcels have no number. Can it be *sometimes* instead of *always*?',
        }),
      );
    },
  },
  {
    daysAgo: 2,
    author: 'Amara Okafor',
    title: 'Tell gift orders apart from the rest',
    reason: 'The weekly report shows presents as first orders of people who never ordered.',
    submit: true,
    items: (find) => [
      edited(find, 'property', 'is_gift', {
        meaning: 'Whether the order goes to somebody else as a present, by the customer’s own word.',
      }),
    ],
    afterwards: async ({ plan, number, as, later }) => {
      const { userId } = as('Sofia Lindgren');
      await later(1, () => askReviewOf(as('Amara Okafor'), { plan, number, userId }));
    },
  },
  {
    daysAgo: 1,
    author: 'Luca Ferri',
    title: 'Wishlists can be shared',
    reason: 'Comes with the Christmas release.',
    submit: false,
    items: (find) => {
      const like = edited(find, 'event', 'Product Shared', {});
      if (like.kind !== 'event') return [];
      return [
        itemSchema.parse({
          ...like,
          id: demoItemId('event', 'Wishlist Shared'),
          name: 'Wishlist Shared',
          content: {
            ...like.content,
            meaning: 'A visitor passed a list of wishes on to somebody.',
            lifecycle: { state: 'planned', replacedBy: null },
            examples: [],
          },
        }),
      ];
    },
  },
];
