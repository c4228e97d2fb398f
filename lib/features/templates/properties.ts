import type { PropertyType } from '@/lib/domain/plan/property-type';

type Word = 'string' | 'integer' | 'number' | 'boolean' | 'date';

/** A property that templates share. */
export interface TemplateProperty {
  readonly type: PropertyType;
  readonly meaning: string;
  readonly values: readonly (readonly [value: string, meaning: string])[] | null;
  readonly unit: string | null;
}

function p(
  type: Word,
  meaning: string,
  { values = null, unit = null }: Partial<Pick<TemplateProperty, 'values' | 'unit'>> = {},
): TemplateProperty {
  return { type: { type }, meaning, values, unit };
}

const inMajorUnits = { unit: 'in units of currency' } as const;

/** Every property of the templates by its name; one name means the same in all of them. */
export const templateProperties: Readonly<Record<string, TemplateProperty>> = {
  method: p('string', 'How the person proved who they are.', {
    values: [
      ['password', 'With a password of this product.'],
      ['link', 'With a link sent by e-mail.'],
      ['provider', 'With an account at another company.'],
    ],
  }),
  referrer: p('string', 'The address the person came from.'),
  campaign: p('string', 'The campaign that brought the person, as it is named in the advertising tool.'),
  page_type: p('string', 'What kind of page it is, such as article or pricing.'),
  search_term: p('string', 'What was typed, cut at 100 characters.'),
  result_count: p('integer', 'How many results were found.', { unit: 'results' }),
  position: p('integer', 'Place in the list, from 1.'),
  product_id: p('string', 'The product, by its number in the catalogue.'),
  product_category: p('string', 'The category of the product at that moment.'),
  quantity: p('integer', 'How many of the product.', { unit: 'pieces' }),
  unit_price: p('number', 'Price of one piece, before discounts.', inMajorUnits),
  cart_id: p('string', 'The basket, from its first product until it is bought or forgotten.'),
  cart_total: p('number', 'Sum of the basket before shipping and tax.', inMajorUnits),
  order_id: p('string', 'The order as the customer sees it on the receipt.'),
  order_total: p('number', 'What the customer pays: goods, shipping and tax, after discounts.', inMajorUnits),
  currency: p('string', 'Three letters of ISO 4217.'),
  coupon: p('string', 'The code that was accepted.'),
  payment_method: p('string', 'How it is paid.', {
    values: [
      ['card', 'A credit or debit card.'],
      ['transfer', 'A bank transfer.'],
      ['wallet', 'A wallet of a phone or browser.'],
      ['invoice', 'Paid later by invoice.'],
    ],
  }),
  refund_total: p('number', 'How much goes back to the customer.', inMajorUnits),
  reason: p('string', 'The reason that was chosen from the list.'),
  rating: p('integer', 'Stars from 1 to 5.', { unit: 'stars' }),
  account_id: p('string', 'The paying account, which may have many people.'),
  plan: p('string', 'The plan of the account at that moment.'),
  previous_plan: p('string', 'The plan before the change.'),
  billing_period: p('string', 'How often is paid.', {
    values: [
      ['month', 'Every month.'],
      ['year', 'Every year.'],
    ],
  }),
  seats: p('integer', 'How many people the account pays for.', { unit: 'seats' }),
  amount: p('number', 'The amount of the invoice with tax.', inMajorUnits),
  trial_days: p('integer', 'Length of the trial.', { unit: 'days' }),
  role: p('string', 'What the person may do in the account.'),
  project_id: p('string', 'The project, document or board that the work happens in.'),
  feature: p('string', 'The feature, by its name in the navigation.'),
  integration: p('string', 'The other product that is connected.'),
  file_type: p('string', 'Type of the file, such as csv.'),
  listing_id: p('string', 'What a seller offers.'),
  listing_category: p('string', 'The category the seller chose.'),
  seller_id: p('string', 'Who offers it.'),
  price: p('number', 'The price that is asked.', inMajorUnits),
  photo_count: p('integer', 'How many photos there are.', { unit: 'photos' }),
  offer_id: p('string', 'One offer to a seller.'),
  commission: p('number', 'What the marketplace keeps of the sale.', inMajorUnits),
  conversation_id: p('string', 'The conversation of one buyer with one seller about one listing.'),
  is_first: p('boolean', 'Whether it is the first time for this person.'),
  screen_name: p('string', 'The screen, by the name designers use.'),
  app_version: p('string', 'Version of the app as the store shows it.'),
  permission: p('string', 'What is asked for.', {
    values: [
      ['notifications', 'To send notifications.'],
      ['location', 'To know where the phone is.'],
      ['camera', 'To use the camera.'],
      ['tracking', 'To follow the person into other apps.'],
    ],
  }),
  is_granted: p('boolean', 'Whether the person agreed.'),
  step: p('string', 'The step, by the name designers use.'),
  message_id: p('string', 'One message, by the tool that sends it.'),
  channel: p('string', 'The way it was shared, as far as the system tells.'),
  load_time: p('integer', 'Time until the person could use it.', { unit: 'ms' }),
  item_id: p('string', 'The article, video or episode.'),
  item_type: p('string', 'What it is.', {
    values: [
      ['article', 'A text.'],
      ['video', 'A film.'],
      ['audio', 'Something to listen to.'],
    ],
  }),
  section: p('string', 'The section it is published in.'),
  author: p('string', 'Who made it, as it is printed.'),
  is_paid: p('boolean', 'Whether only subscribers see the whole of it.'),
  progress: p('integer', 'How much of it was read, seen or heard.', { unit: '%' }),
  duration: p('integer', 'Time with it in the foreground.', { unit: 's' }),
  newsletter: p('string', 'The newsletter, by its printed name.'),
};
