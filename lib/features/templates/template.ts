/** One event of a template. Properties: `name` sometimes, `name!` always. */
export interface TemplateEvent {
  readonly name: string;
  readonly category: string;
  readonly stage: 'acquisition' | 'activation' | 'retention' | 'revenue' | 'referral';
  readonly meaning: string;
  readonly firesWhen: string;
  readonly doesNotCount?: string;
  readonly properties: readonly string[];
}

/** A plan to begin from: events that products of one sort have in common, with their meanings written out. */
export interface Template {
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly events: readonly TemplateEvent[];
}
