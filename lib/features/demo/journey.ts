import 'server-only';
import { createJourneySchema, type JourneyView, saveJourneySchema } from '@/lib/contracts/journeys';
import type { Actor } from '@/lib/domain/access/actor';
import { createJourney, updateJourney } from '@/lib/features/journeys/save-journey';
import { uploadPicture } from '@/lib/features/journeys/upload-picture';
import { drawPng, type PaintedBox } from '@/lib/infra/draw-png';
import { must } from '@/lib/kit/must';
import { demoItemId } from './build-items';
import type { Telling } from './tell-words';

/** How the shop came to tell the way to a first order: four bare steps first, then whole. */
export function demoJourneyTellings(plan: string, actorOf: (name: string) => Actor): Telling[] {
  let begun: Begun | undefined;
  return [
    {
      daysAgo: 130,
      run: async () => {
        begun = await beginJourney(actorOf('Priya Raman'), plan);
      },
    },
    {
      daysAgo: 2,
      run: async () => {
        if (begun) await completeJourney(actorOf('Mei Tanaka'), plan, begun);
      },
    },
  ];
}

type Begun = Pick<JourneyView, 'id' | 'lockVersion'>;

const event = (name: string) => demoItemId('event', name);

const words = {
  name: 'First order',
  description: 'How somebody who never bought from us comes to their first parcel.',
};

async function beginJourney(actor: Actor, plan: string): Promise<Begun> {
  const { id, lockVersion } = must(await createJourney(actor, { plan, ...createJourneySchema.parse(words) }));
  const steps = [
    { id: 'st_2', eventId: event('Product Viewed'), stage: 'activation' },
    { id: 'st_4', eventId: event('Cart Item Added'), stage: 'revenue' },
    { id: 'st_5', eventId: event('Checkout Started'), stage: 'revenue' },
    { id: 'st_6', eventId: event('Order Completed'), stage: 'revenue' },
  ];
  const written = { ...words, description: '', steps };
  return must(await updateJourney(actor, { plan, id, ifMatch: lockVersion, ...saveJourneySchema.parse(written) }));
}

/** Six steps in three stages, a branch, a way back and a marked picture. */
async function completeJourney(actor: Actor, plan: string, { id, lockVersion }: Begun): Promise<void> {
  const picture = must(await uploadPicture(actor, { plan }, new Blob([new Uint8Array(productPage())]).stream()));
  const steps = [
    {
      id: 'st_1',
      title: 'Landing page of a campaign',
      stage: 'acquisition',
      note: 'Most come from the autumn letter. The page itself sends only Page Viewed.',
    },
    {
      id: 'st_2',
      eventId: event('Product Viewed'),
      stage: 'activation',
      branches: ['st_4'],
      imageDigest: picture.digest,
      imageAlt: 'The page of a product: a large photo at the left, name, price and a cart button at the right',
      annotations: [
        { id: 'an_1', x: 5, y: 17.5, width: 45, height: 70, label: 'The event is sent when half of the photo is seen' },
        {
          id: 'an_2',
          x: 55,
          y: 32.5,
          width: 15,
          height: 7.5,
          label: 'The price as shown',
          itemId: demoItemId('property', 'unit_price'),
        },
        {
          id: 'an_3',
          x: 55,
          y: 62.5,
          width: 25,
          height: 10,
          label: 'Leads to the cart',
          itemId: event('Cart Item Added'),
        },
      ],
    },
    {
      id: 'st_3',
      eventId: event('Wishlist Item Added'),
      stage: 'activation',
      note: 'About one in nine keeps it for later first.',
    },
    { id: 'st_4', eventId: event('Cart Item Added'), stage: 'revenue' },
    { id: 'st_5', eventId: event('Checkout Started'), stage: 'revenue', branches: ['st_4'] },
    { id: 'st_6', eventId: event('Order Completed'), stage: 'revenue', note: 'The parcel leaves within two days.' },
  ];
  must(await updateJourney(actor, { plan, id, ifMatch: lockVersion, ...saveJourneySchema.parse({ ...words, steps }) }));
}

const ground = 0;
const [line, grey, dark, accent] = [1, 2, 3, 4];

const box = (x: number, y: number, width: number, height: number, colour: number): PaintedBox => ({
  ...{ x, y, width, height, colour },
});

/** A product's page as plain boxes: nobody's screen, but recognised as one. */
function productPage(): Uint8Array {
  return drawPng({
    width: 640,
    height: 400,
    palette: [
      [250, 250, 248],
      [222, 222, 218],
      [188, 190, 186],
      [84, 90, 86],
      [64, 110, 88],
    ],
    boxes: [
      box(0, 0, 640, 44, line),
      box(24, 14, 90, 16, dark),
      ...[360, 440, 520].map((x) => box(x, 18, 56, 8, grey)),
      box(32, 70, 288, 280, line),
      box(128, 130, 96, 150, grey),
      box(152, 100, 48, 40, grey),
      box(352, 80, 220, 20, dark),
      box(352, 108, 150, 10, grey),
      box(352, 130, 96, 30, ground),
      box(352, 136, 84, 18, dark),
      ...[180, 196, 212].map((y, index) => box(352, y, 240 - index * 40, 8, grey)),
      box(352, 250, 160, 40, accent),
      box(384, 266, 96, 8, ground),
      box(528, 250, 40, 40, line),
      box(352, 318, 200, 8, grey),
    ],
  });
}
