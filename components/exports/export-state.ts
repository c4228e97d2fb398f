'use client';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import type { ExportAsk } from '@/lib/client/export-href';

export const exportStates = ['newest', 'release', 'request'] as const;
export type ExportStateKind = (typeof exportStates)[number];

/** What the address of the screen holds. */
export interface ExportState {
  readonly format: string;
  readonly of: ExportStateKind;
  readonly at: string;
  readonly request: string;
  readonly filter: string;
  /** Options that differ from the format's own, as JSON. */
  readonly options: string;
}

/** The export that the address describes, and how to change it. */
export function useExportState(firstFormat: string) {
  return useQueryStates(
    {
      format: parseAsString.withDefault(firstFormat),
      of: parseAsStringLiteral(exportStates).withDefault('newest'),
      at: parseAsString.withDefault(''),
      request: parseAsString.withDefault(''),
      filter: parseAsString.withDefault(''),
      options: parseAsString.withDefault('{}'),
    },
    { history: 'replace', shallow: true },
  );
}

/** The state as the API is asked; a release or request that is not typed yet counts as the newest release. */
export function askOf({ format, of, at, request, filter, options }: ExportState): ExportAsk {
  return {
    format,
    at: of === 'release' && /^(\d{1,9}|\d{4}-\d{2}-\d{2})$/.test(at.trim()) ? at.trim() : undefined,
    changeRequest: of === 'request' && /^[1-9]\d{0,8}$/.test(request.trim()) ? request.trim() : undefined,
    filter: filter.trim() === '' ? undefined : filter.trim(),
    options: options === '{}' ? undefined : options,
  };
}

/** The options of the address, read leniently: a link somebody broke shows the format's own. */
export function readOptions(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
