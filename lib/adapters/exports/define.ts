import type * as z from 'zod';
import type { LinkedTerm } from '@/lib/domain/glossary/link-terms';
import type { JourneyStep } from '@/lib/domain/journey/step';
import type { Snapshot } from '@/lib/domain/plan/snapshot';
import type { PlanPast } from '@/lib/domain/significance/plan-past';
import type { Loss } from '@/lib/domain/transfer/loss';

/** A plan as an export is handed it. */
export interface ExportPlan {
  /** Of its address: stands in file names. */
  readonly slug: string;
  readonly name: string;
  readonly snapshot: Snapshot;
  /** Teams and people by id; may be empty where nobody knows them. */
  readonly ownerNames: ReadonlyMap<string, string>;
  /** How the plan became what it is; missing where nobody asked for it. */
  readonly past?: PlanPast;
  /** The plan's own words; missing where nobody asked for them. */
  readonly glossary?: readonly ExportTerm[];
  /** Words that mean the same in this plan. */
  readonly synonyms?: readonly (readonly string[])[];
  /** The ways people take through the product; missing where nobody asked for them. */
  readonly journeys?: ExportJourneys;
}

/** The journeys of a plan as they stood in the state that is exported, and that state, in which their events are read. */
export interface ExportJourneys {
  readonly list: readonly ExportJourney[];
  /** The stages of the plan, in order. */
  readonly stages: readonly string[];
  /** With every item, also where the export is handed some of them. */
  readonly snapshot: Snapshot;
}

export interface ExportJourney {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly steps: readonly JourneyStep[];
}

/** A word of the plan with what it means. */
export interface ExportTerm extends LinkedTerm {
  readonly definition: string;
}

export interface ExportFile {
  /** Relative, with `/` between its parts, safe on every system. */
  readonly path: string;
  readonly mediaType: string;
  /** May be written only when it is read. */
  readonly text: string;
}

export interface Exported {
  readonly files: readonly ExportFile[];
  readonly losses: readonly Loss[];
}

export interface ExportAdapter<S extends z.ZodObject = z.ZodObject> {
  /** The name of its file. */
  readonly id: string;
  readonly label: string;
  readonly summary: string;
  readonly options: S;
  /** Whether it tells what stands around the items, which costs time to read: the plan's past, its words and its journeys. */
  readonly tellsContext?: boolean;
  readonly files: (plan: ExportPlan, options: z.output<S>) => Exported;
}

/** Types an export by its options, and forgets the type where the family's list holds it. */
export function defineExport<S extends z.ZodObject>(adapter: ExportAdapter<S>): ExportAdapter {
  return { ...adapter, files: (plan, options) => adapter.files(plan, adapter.options.parse(options)) };
}
