/** Names that a service keeps for itself, in lower case. */
export interface ReservedNames {
  readonly prefixes: readonly string[];
  readonly events: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u).filter((word) => word !== ''));

/** By what the service is called; the first that matches counts. */
const services: readonly { readonly called: RegExp; readonly reserved: ReservedNames }[] = [
  {
    // Google Analytics 4: automatically collected events and the prefixes its event and parameter names must not have.
    called: /\bga4?\b|google analytics|firebase/iu,
    reserved: {
      prefixes: ['ga_', 'google_', 'firebase_', 'gtag.', '_'],
      events:
        words(`ad_activeview ad_click ad_exposure ad_impression ad_query ad_reward adunit_exposure app_background app_clear_data app_exception app_remove
        app_store_refund app_store_subscription_cancel app_store_subscription_convert app_store_subscription_renew app_update app_upgrade
        dynamic_link_app_open dynamic_link_app_update dynamic_link_first_open error first_open first_visit in_app_purchase notification_dismiss
        notification_foreground notification_open notification_receive os_update session_start session_start_with_rollout user_engagement`),
      properties: words(
        'cid currency_code customer_id customerid dclid gclid session_id sessionid sfmc_id sid srsltid uid user_id',
      ),
    },
  },
  {
    called: /mixpanel/iu,
    reserved: {
      prefixes: ['$', 'mp_'],
      events: words(''),
      properties: words('distinct_id token time ip length bucket'),
    },
  },
  {
    called: /amplitude/iu,
    reserved: { prefixes: ['[amplitude]'], events: words('$identify $groupidentify'), properties: words('') },
  },
  {
    called: /posthog/iu,
    reserved: { prefixes: ['$'], events: words(''), properties: words('distinct_id') },
  },
  {
    // Columns and tables that the warehouse loaders of Segment and RudderStack make themselves.
    called: /warehouse|redshift|bigquery|snowflake|postgres|databricks|segment|rudderstack/iu,
    reserved: {
      prefixes: [],
      events: words('identifies tracks pages screens groups aliases users accounts'),
      properties: words(
        'id received_at sent_at original_timestamp timestamp event event_text anonymous_id user_id uuid_ts loaded_at',
      ),
    },
  },
];

/** What a service keeps for itself, when it is a known one. */
export function reservedBy(service: string): ReservedNames | undefined {
  return services.find(({ called }) => called.test(service))?.reserved;
}
