/** What a service accepts, as its own documentation says it; only what is certain. */
export interface ServiceLimits {
  readonly service: string;
  /** In what a destination calls its service, or itself. */
  readonly called: RegExp;
  readonly source: string;
  /** The day on which the documentation was read; `null`: these limits are common knowledge, and nobody checked them there. */
  readonly checkedOn: string | null;
  /** In characters; `null`: the service names none. */
  readonly eventName: number | null;
  readonly propertyName: number | null;
  readonly propertiesPerEvent: number | null;
  /** Names the service takes, with the words for what it asks. */
  readonly eventPattern: { readonly pattern: RegExp; readonly words: string } | null;
  /** Different events a project may send. */
  readonly events: number | null;
}

const word = { pattern: /^[A-Za-z]\w*$/u, words: 'letters, digits and underscores, a letter first' };

/** Limits of services, each with its source and the day; a limit written on a destination itself goes before. */
export const serviceLimits: readonly ServiceLimits[] = [
  {
    service: 'Google Analytics 4',
    called: /\bga4?\b|google analytics|firebase/iu,
    source: 'https://support.google.com/analytics/answer/9267744',
    checkedOn: '2026-11-21',
    eventName: 40,
    propertyName: 40,
    propertiesPerEvent: 25,
    eventPattern: word,
    events: null,
  },
  {
    service: 'Mixpanel',
    called: /mixpanel/iu,
    source: 'https://docs.mixpanel.com/docs/data-structure/events-and-properties',
    checkedOn: '2026-11-21',
    eventName: 255,
    propertyName: 255,
    propertiesPerEvent: 255,
    eventPattern: null,
    events: 5_000,
  },
  {
    service: 'Amplitude',
    called: /amplitude/iu,
    source: 'https://amplitude.com/docs/faq/limits',
    checkedOn: '2026-11-21',
    eventName: null,
    propertyName: null,
    propertiesPerEvent: null,
    eventPattern: null,
    events: 2_000,
  },
  {
    service: 'PostHog',
    called: /posthog/iu,
    source: 'https://posthog.com/docs/api/event-definitions',
    checkedOn: '2026-11-21',
    eventName: 400,
    propertyName: null,
    propertiesPerEvent: null,
    eventPattern: null,
    events: null,
  },
  {
    service: 'BigQuery',
    called: /bigquery/iu,
    source: 'https://cloud.google.com/bigquery/docs/schemas',
    checkedOn: null,
    eventName: 1_024,
    propertyName: 300,
    propertiesPerEvent: 10_000,
    eventPattern: null,
    events: null,
  },
  {
    service: 'Snowflake',
    called: /snowflake/iu,
    source: 'https://docs.snowflake.com/en/sql-reference/identifiers-syntax',
    checkedOn: null,
    eventName: 255,
    propertyName: 255,
    propertiesPerEvent: null,
    eventPattern: null,
    events: null,
  },
  {
    service: 'Redshift',
    called: /redshift/iu,
    source: 'https://docs.aws.amazon.com/redshift/latest/dg/r_names.html',
    checkedOn: null,
    eventName: 127,
    propertyName: 127,
    propertiesPerEvent: 1_600,
    eventPattern: null,
    events: null,
  },
  {
    service: 'PostgreSQL',
    called: /postgres/iu,
    source: 'https://www.postgresql.org/docs/current/limits.html',
    checkedOn: null,
    eventName: 63,
    propertyName: 63,
    propertiesPerEvent: 1_600,
    eventPattern: null,
    events: null,
  },
];

/** The limits of a destination's service, when it is a known one. */
export function limitsOf(called: string): ServiceLimits | undefined {
  return serviceLimits.find((one) => one.called.test(called));
}
