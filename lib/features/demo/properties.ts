import type { PropertyType } from '@/lib/domain/plan/property-type';

type TypeWord = 'string' | 'integer' | 'number' | 'boolean' | 'timestamp' | 'date' | 'strings';

/** One property of the demo plan, as short as a person would jot it down. */
export interface DemoProperty {
  readonly name: string;
  readonly type: PropertyType;
  readonly meaning: string;
  readonly values?: readonly (readonly [value: string, meaning: string])[];
  readonly unit?: string;
  readonly format?: string;
  readonly personal?: string;
  readonly sensitive?: boolean;
  readonly scope?: 'user' | 'group';
  readonly example?: string | number | boolean;
  readonly undeclared?: boolean;
  readonly owner?: string;
}

type Extra = Omit<DemoProperty, 'name' | 'type' | 'meaning'>;

function p(name: string, type: TypeWord, meaning: string, extra: Extra = {}): DemoProperty {
  const shape: PropertyType = type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type };
  return { name, type: shape, meaning, ...extra };
}

const lineItem: PropertyType = {
  type: 'array',
  items: {
    type: 'object',
    open: false,
    fields: [
      { name: 'product_id', type: { type: 'string' }, required: true, meaning: 'Which product.' },
      { name: 'quantity', type: { type: 'integer' }, required: true, meaning: 'How many of it.' },
      { name: 'unit_price', type: { type: 'number' }, required: true, meaning: 'Price of one, before discounts.' },
      {
        name: 'gift_note',
        type: { type: 'union', of: [{ type: 'string' }, { type: 'null' }] },
        required: false,
        meaning: 'Whether a note goes into the parcel.',
      },
    ],
  },
};

const money = { unit: 'EUR' } as const;

/** The 140 properties of the demo plan. */
export const demoProperties: readonly DemoProperty[] = [
  // Order and cart
  p('order_id', 'string', 'The order as the customer sees it on the receipt.', { example: 'FK-20418' }),
  p('cart_id', 'string', 'The basket, from its first item until it is bought or forgotten.', { example: 'c_81f2' }),
  p('order_total', 'number', 'What the customer pays: goods, shipping and tax, after discounts.', {
    ...money,
    example: 48.9,
  }),
  p('order_subtotal', 'number', 'Goods after discounts, before shipping and tax.', { ...money, example: 42 }),
  p('revenue', 'number', 'What we keep of an order before costs: the subtotal without tax.', {
    ...money,
    example: 35.29,
  }),
  p('tax_total', 'number', 'Tax contained in the order total.', { ...money, example: 6.71 }),
  p('shipping_total', 'number', 'What the customer pays for shipping.', { ...money, example: 4.9 }),
  p('discount_total', 'number', 'Sum of all discounts, as a positive number.', { ...money, example: 5 }),
  p('refund_amount', 'number', 'What went back to the customer.', { ...money, example: 12.5 }),
  p('currency', 'string', 'The currency the customer paid in.', {
    values: [
      ['EUR', 'Euro'],
      ['GBP', 'Pound sterling'],
      ['USD', 'US dollar'],
      ['SEK', 'Swedish krona'],
    ],
  }),
  p('item_count', 'integer', 'How many pieces, not how many different products.', { example: 3 }),
  { name: 'items', type: lineItem, meaning: 'One entry per product in the order or basket.' },
  p('coupon_code', 'string', 'The code as the customer typed it, in capitals.', { example: 'TEA10' }),
  // The second spelling of one thing, as they come about: the old basket was written before there was a plan.
  p('couponCode', 'string', 'The code of the voucher, as the old basket sends it.', {
    undeclared: true,
    example: 'tea10',
  }),
  p('coupon_result', 'string', 'What became of the code.', {
    values: [
      ['accepted', 'The discount was applied'],
      ['expired', 'The code was valid once'],
      ['unknown', 'We never issued it'],
      ['not_combinable', 'Another discount forbids it'],
    ],
  }),
  p('payment_method', 'string', 'How the customer pays.', {
    values: [
      ['card', 'Credit or debit card'],
      ['paypal', 'PayPal account'],
      ['klarna', 'Pay later'],
      ['gift_card', 'A balance bought earlier'],
    ],
  }),
  p('payment_provider', 'string', 'The company that moves the money.', { example: 'adyen' }),
  p('payment_attempt', 'integer', 'Counts from 1 within one checkout.', { example: 1 }),
  p('decline_reason', 'string', 'Why the bank or provider refused, in the provider’s own code.', {
    example: 'insufficient_funds',
  }),
  p('checkout_step', 'string', 'The step of the checkout that was finished.', {
    values: [
      ['address', 'Where it goes'],
      ['shipping', 'How it gets there'],
      ['payment', 'How it is paid'],
      ['review', 'The last look'],
    ],
  }),
  p('checkout_id', 'string', 'One walk through the checkout; a new one after it is left.', { example: 'ck_51' }),
  p('shipping_method', 'string', 'How the parcel travels.', {
    values: [
      ['standard', 'Three to five days'],
      ['express', 'Next working day'],
      ['pickup', 'Collected in the shop'],
    ],
  }),
  p('delivery_country', 'string', 'Where the parcel goes, ISO 3166-1 alpha-2.', { example: 'DE' }),
  p('delivery_promise_days', 'integer', 'Working days we promised at checkout.', { unit: 'days', example: 3 }),
  p('carrier', 'string', 'Who carries the parcel.', { example: 'dhl' }),
  p('tracking_number', 'string', 'The carrier’s number of the parcel.', { personal: 'identifier' }),
  p('return_reason', 'string', 'Why goods come back, as the customer chose it.', {
    values: [
      ['damaged', 'Broken on arrival'],
      ['wrong_item', 'Not what was ordered'],
      ['taste', 'Did not like it'],
      ['late', 'Came too late'],
      ['other', 'None of these'],
    ],
  }),
  p('is_first_order', 'boolean', 'Whether the customer has no earlier paid order.', { example: true }),
  p('is_gift', 'boolean', 'Whether it goes to somebody else as a present.', { example: false }),
  p('gift_wrap', 'boolean', 'Whether it is wrapped.', { example: false }),
  p('invoice_id', 'string', 'The invoice in the books.', { example: 'INV-7781' }),
  p('subscription_id', 'string', 'The tea subscription.', { example: 'sub_92' }),
  p('subscription_plan', 'string', 'Which tea box.', {
    values: [
      ['sampler', 'Five small bags a month'],
      ['classic', 'Two bags a month'],
      ['connoisseur', 'Single gardens, every other month'],
    ],
  }),
  p('billing_period', 'string', 'How often it renews.', {
    values: [
      ['monthly', 'Every month'],
      ['quarterly', 'Every three months'],
      ['yearly', 'Once a year'],
    ],
  }),
  p('renewal_count', 'integer', 'Paid renewals so far, the first payment not counted.', { example: 4 }),
  p('cancel_reason', 'string', 'Why a subscription ends, as the customer chose it.', {
    values: [
      ['too_expensive', 'Costs too much'],
      ['too_much_tea', 'Cannot drink that much'],
      ['quality', 'Not good enough'],
      ['moved', 'Moved away'],
      ['other', 'None of these'],
    ],
  }),
  p('pause_weeks', 'integer', 'For how long deliveries stop.', { unit: 'weeks', example: 4 }),
  p('mrr', 'number', 'Monthly worth of the subscription after discounts.', { ...money, example: 18 }),
  // Products and browsing
  p('product_id', 'string', 'The product, without its size.', { example: 'oolong-12' }),
  p('product_name', 'string', 'As printed on the label.', { example: 'Oolong “東方美人” (Oriental Beauty)' }),
  p('sku', 'string', 'The product in one size.', { example: 'oolong-12-100g' }),
  p('product_category', 'string', 'The shelf it stands on.', {
    values: [
      ['tea', 'Leaf tea'],
      ['kettle', 'Kettles'],
      ['teaware', 'Pots, cups and tools'],
      ['gift', 'Boxes and vouchers'],
    ],
  }),
  p('brand', 'string', 'Who makes it.', { example: 'Fern & Kettle' }),
  p('unit_price', 'number', 'Price of one piece, before discounts.', { ...money, example: 14 }),
  p('quantity', 'integer', 'How many of the product.', { example: 2 }),
  p('stock_state', 'string', 'Whether it can be bought now.', {
    values: [
      ['in_stock', 'Ships today'],
      ['low', 'Fewer than five left'],
      ['out_of_stock', 'None left'],
      ['preorder', 'Not here yet'],
    ],
  }),
  p('variant', 'string', 'Size or colour as shown.', { example: '100 g' }),
  p('list_id', 'string', 'The list of products it was seen in.', { example: 'new-arrivals' }),
  p('list_position', 'integer', 'Place in the list, from 1.', { example: 4 }),
  p('sort_order', 'string', 'How the list was sorted.', {
    values: [
      ['popular', 'Most bought first'],
      ['price_up', 'Cheapest first'],
      ['price_down', 'Dearest first'],
      ['new', 'Newest first'],
    ],
  }),
  p('filters', 'strings', 'Filters that were on, as name:value.'),
  p('result_count', 'integer', 'How many products were found.', { example: 12 }),
  p('search_query', 'string', 'What the visitor typed, trimmed and in lower case.', {
    personal: 'free text',
    example: 'smoky tea',
  }),
  p('search_id', 'string', 'One search and what follows from it.', { example: 's_77' }),
  p('suggestion_used', 'boolean', 'Whether a suggestion was chosen instead of typing on.', { example: false }),
  p('review_id', 'string', 'The product review.', { example: 'rv_5' }),
  p('rating', 'integer', 'Stars, 1 to 5.', { unit: 'stars', example: 5 }),
  p('review_length', 'integer', 'Length of the text.', { unit: 'characters', example: 140 }),
  p('wishlist_id', 'string', 'The list of wishes.', { example: 'w_8' }),
  p('recommendation_source', 'string', 'Why the product was shown.', {
    values: [
      ['bought_together', 'Others bought both'],
      ['similar', 'Alike in taste'],
      ['editor', 'Chosen by a person'],
    ],
  }),
  p('video_id', 'string', 'The brewing film.', { example: 'brew-gongfu' }),
  p('video_position', 'number', 'Where in the film.', { unit: 'seconds', example: 31.5 }),
  p('video_length', 'number', 'How long the film is.', { unit: 'seconds', example: 94 }),
  p('article_id', 'string', 'The journal article.', { example: 'how-to-store-tea' }),
  p('scroll_depth', 'number', 'Share of the page that was seen.', { unit: '0–1', example: 0.75 }),
  p('share_channel', 'string', 'Where it was shared to.', {
    values: [
      ['mail', 'By e-mail'],
      ['message', 'By a chat app'],
      ['copy', 'Link copied'],
    ],
  }),
  p('shop_id', 'string', 'The shop in town.', { example: 'berlin-mitte' }),
  // People
  p('user_id', 'string', 'The customer account.', { personal: 'identifier', example: 'u_1204' }),
  p('email', 'string', 'The e-mail address of the account.', { personal: 'contact', format: 'email', scope: 'user' }),
  p('first_name', 'string', 'The given name on the account.', { personal: 'name', scope: 'user' }),
  p('phone', 'string', 'For the carrier, with country code.', { personal: 'contact', scope: 'user' }),
  p('birthday_month', 'integer', 'Month of birth, for the birthday tea. Never the full date.', {
    personal: 'birth',
    scope: 'user',
    example: 4,
  }),
  p('customer_since', 'date', 'Day of the first paid order.', { scope: 'user', example: '2025-10-02' }),
  p('lifetime_orders', 'integer', 'Paid orders so far.', { scope: 'user', example: 7 }),
  p('lifetime_revenue', 'number', 'Revenue so far.', { ...money, scope: 'user', example: 312.4 }),
  p('marketing_consent', 'boolean', 'Whether we may send news.', { scope: 'user', example: true }),
  p('consent_version', 'string', 'The wording that was agreed to.', { example: '2026-02' }),
  p('consent_purposes', 'strings', 'What was agreed to.'),
  p('language', 'string', 'Language of the shop, BCP 47.', { example: 'de-DE' }),
  p('country', 'string', 'Country of the account, ISO 3166-1 alpha-2.', { scope: 'user', example: 'SE' }),
  p('loyalty_tier', 'string', 'Standing in the tea club.', {
    scope: 'user',
    values: [
      ['leaf', 'From the first order'],
      ['bud', 'From 200 EUR a year'],
      ['blossom', 'From 500 EUR a year'],
    ],
  }),
  p('loyalty_points', 'integer', 'Points after this event.', { example: 420 }),
  p('points_delta', 'integer', 'Points won (positive) or spent (negative).', { example: 40 }),
  p('referral_code', 'string', 'The code a customer hands to a friend.', { example: 'ANA-TEA' }),
  p('referrer_user_id', 'string', 'The customer who recommended us.', { personal: 'identifier' }),
  p('signup_method', 'string', 'How the account was made.', {
    values: [
      ['email', 'With a password'],
      ['google', 'With a Google account'],
      ['apple', 'With an Apple account'],
      ['checkout', 'On the way through the checkout'],
    ],
  }),
  p('login_method', 'string', 'How the customer signed in.', {
    values: [
      ['password', 'With a password'],
      ['google', 'With a Google account'],
      ['apple', 'With an Apple account'],
      ['link', 'With a link by e-mail'],
    ],
  }),
  p('failure_reason', 'string', 'Why it did not work, in our own code.', { example: 'wrong_password' }),
  p('email_verified', 'boolean', 'Whether the address was confirmed by its owner.', { scope: 'user', example: true }),
  p('account_age_days', 'integer', 'Days since the account was made.', { unit: 'days', example: 31 }),
  p('bot_score', 'number', 'How likely a machine filled the form.', { unit: '0–1', example: 0.02 }),
  p('dietary_note', 'string', 'Allergies or wishes, as the customer wrote them.', { sensitive: true, scope: 'user' }),
  p('company_id', 'string', 'The business customer.', { scope: 'group', example: 'co_77' }),
  p('company_size', 'string', 'People in the business.', {
    scope: 'group',
    values: [
      ['1-9', 'Fewer than ten'],
      ['10-99', 'Ten to ninety-nine'],
      ['100+', 'A hundred and more'],
    ],
  }),
  p('vat_id', 'string', 'The business’ tax number.', { personal: 'identifier', scope: 'group' }),
  // Page, app and device
  p('page_path', 'string', 'Path of the page, without what follows the question mark.', { example: '/tea/oolong-12' }),
  p('page_title', 'string', 'Title of the page.', { example: 'Oolong' }),
  p('page_type', 'string', 'Which template.', {
    values: [
      ['home', 'The front page'],
      ['list', 'A list of products'],
      ['product', 'One product'],
      ['cart', 'The basket'],
      ['checkout', 'A checkout step'],
      ['article', 'The journal'],
      ['account', 'The account'],
    ],
  }),
  p('referrer', 'string', 'The page before, host and path only.', { example: 'example.org/best-tea' }),
  p('screen_name', 'string', 'Name of the screen in the app.', { example: 'Product' }),
  p('app_version', 'string', 'Version of the app, from the store.', { example: '4.12.0' }),
  p('os_version', 'string', 'Version of the operating system.', { example: '19.1' }),
  p('device_model', 'string', 'Model as the system names it.', { example: 'iPhone17,2' }),
  p('viewport_width', 'integer', 'Width of the window.', { unit: 'px', example: 1280 }),
  p('session_id', 'string', 'One visit: ends after 30 minutes without an event.', { example: 'se_1' }),
  p('device_id', 'string', 'The device, until the app is deleted or cookies are cleared.', { personal: 'device' }),
  p('network_type', 'string', 'How the device is connected.', {
    values: [
      ['wifi', 'Wireless LAN'],
      ['cellular', 'Mobile network'],
      ['offline', 'Sent later'],
    ],
  }),
  p('load_time', 'number', 'Until the page could be used.', { unit: 'ms', example: 812 }),
  p('push_id', 'string', '', { example: 'pu_31' }),
  p('push_permission', 'string', 'Whether notifications are allowed.', {
    values: [
      ['granted', 'Allowed'],
      ['denied', 'Refused'],
      ['later', 'Asked again another day'],
    ],
  }),
  p('error_code', 'string', 'Our own code of the failure.', { example: 'CART-409' }),
  p('error_message', 'string', 'What the person saw.', { example: 'This tea is sold out.' }),
  // Campaign
  p('utm_source', 'string', 'Where the visit came from.', { example: 'newsletter' }),
  p('utm_medium', 'string', 'By which medium.', { example: 'email' }),
  p('utm_campaign', 'string', 'The campaign.', { example: 'spring-harvest' }),
  p('utm_content', 'string', 'Which of its links.', { example: 'hero' }),
  p('utm_term', 'string', 'The bought search word.', { example: 'green tea' }),
  p('click_id', 'string', 'The advertising network’s own mark of the click.', { undeclared: true }),
  p('landing_path', 'string', 'First page of the visit.', { example: '/' }),
  // Experiments
  p('experiment_key', 'string', 'The experiment.', { example: 'one-page-checkout' }),
  p('experiment_variant', 'string', 'What the person was shown.', {
    values: [
      ['control', 'As before'],
      ['treatment', 'The new one'],
    ],
  }),
  p('assignment_unit', 'string', 'What was drawn by lot.', {
    values: [
      ['user', 'The account'],
      ['device', 'The device'],
    ],
  }),
  // Messages and support
  p('message_id', 'string', 'The message we sent.', { example: 'm_4' }),
  p('message_template', 'string', 'What kind of message.', { example: 'cart-reminder' }),
  p('message_channel', 'string', 'How it was sent.', {
    values: [
      ['email', 'By e-mail'],
      ['push', 'To the phone'],
      ['letter', 'By post'],
    ],
  }),
  p('link_label', 'string', 'The words of the link.', { example: 'Back to my basket' }),
  p('ticket_id', 'string', 'The case in the support desk.', { example: 't_901' }),
  p('ticket_topic', 'string', 'What it is about.', {
    values: [
      ['delivery', 'Where is my parcel'],
      ['product', 'About the goods'],
      ['payment', 'About money'],
      ['account', 'About the account'],
    ],
  }),
  p('resolution_time', 'number', 'From the first message until it was solved.', { unit: 'hours', example: 5.5 }),
  p('csat_score', 'integer', 'How content the customer was, 1 to 5.', { example: 4 }),
  p('agent_id', 'string', 'Who answered.', { personal: 'staff' }),
  // Stock and billing internals
  p('warehouse_id', 'string', 'Where the goods lie.', { example: 'ber-1' }),
  p('shelf_life_days', 'integer', 'Days until the best-before date.', { unit: 'days', example: 540 }),
  p('ledger_entry_id', 'string', 'The line in the books.', { undeclared: true }),
  p('settlement_id', 'string', 'The provider’s pay-out to us.', { undeclared: true }),
  p('retry_at', 'timestamp', 'When a failed payment is tried again.', { example: '2026-03-04T08:00:00Z' }),
  p('dunning_level', 'integer', 'How often we have reminded, from 1.', { example: 1 }),
  p('fraud_score', 'number', 'How likely the payment is stolen.', { unit: '0–1', example: 0.11 }),
  p('fraud_decision', 'string', 'What followed from the score.', {
    values: [
      ['accept', 'Went through'],
      ['review', 'A person looks'],
      ['reject', 'Was refused'],
    ],
  }),
  p('اسم_المنتج', 'string', 'اسم المنتج كما يظهر في المتجر العربي: the product’s name in the Arabic shop.', {
    example: 'شاي أخضر',
  }),
];
