import type { Revision } from '../plan/item';
import type { Snapshot } from '../plan/snapshot';
import type { InferredConventions } from './infer-conventions';
import type { ConventionSettings, RuleId, Severity } from './settings';

/** What one press changes to satisfy a rule. */
export interface Fix {
  readonly field: string;
  readonly value: string;
  readonly words: string;
}

/** One item that does not follow a convention, in words, with the place and where possible the remedy. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Exclude<Severity, 'off'>;
  readonly itemId: string;
  readonly field: string | null;
  readonly words: string;
  readonly fix: Fix | null;
  /** The other items it is about, such as the one it doubles. */
  readonly otherIds: readonly string[];
}

/** What a rule says of one item; the frame adds rule, severity and item. */
export interface Remark {
  readonly field?: string;
  readonly words: string;
  readonly fix?: Fix | undefined;
  readonly otherIds?: readonly string[];
}

export interface RuleContext {
  readonly snapshot: Snapshot;
  readonly settings: ConventionSettings & InferredConventions;
}

/** A convention: looks at one item of the plan and says what is wrong with it, if anything. */
export interface ConventionRule {
  readonly id: RuleId;
  readonly label: string;
  readonly check: (item: Revision, context: RuleContext) => Remark | undefined;
}
