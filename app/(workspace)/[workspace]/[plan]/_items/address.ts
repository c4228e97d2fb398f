import type * as z from 'zod';
import { atQuerySchema } from '@/lib/contracts/common';

/** What Next hands to a page below a plan. */
export interface PlanPageProps {
  readonly params: Promise<{ workspace: string; plan: string }>;
  readonly searchParams: Promise<Search>;
}

/** The same for the page of one item; `name` is its namespace, when there is one, and its name. */
export interface ItemPageProps {
  readonly params: Promise<{ workspace: string; plan: string; name: string[] }>;
  readonly searchParams: Promise<Search>;
}

export type Search = Readonly<Record<string, string | string[] | undefined>>;

/** One member of the query, the first when it is there twice. */
export function one(search: Search, key: string): string | null {
  const value = search[key];
  return (Array.isArray(value) ? value[0] : value) ?? null;
}

/** The state a page reads, when its address names one that can be meant. */
export function atOf(search: Search): {
  readonly text: string | null;
  readonly at: z.infer<typeof atQuerySchema> | undefined;
} {
  const text = one(search, 'at');
  const parsed = text === null ? undefined : atQuerySchema.safeParse(text);
  return parsed?.success ? { text, at: parsed.data } : { text: null, at: undefined };
}

/** The parts of an address as they were before they were encoded. */
export function decoded(parts: readonly string[]): string[] {
  return parts.map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  });
}
