import * as z from 'zod';
import { type BodyError, clean, defaultBodyLimits, readJson } from '@/lib/infra/http/body';
import type { FieldError, Problem } from '@/lib/infra/http/problem';
import { err, ok, type Result } from '@/lib/kit/result';
import type { Route } from './route';

/** What a request says: path members, query and body in one object, as the route's schemas give them. */
export async function readInput(
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<Result<Record<string, unknown>, Problem>> {
  const path = readParams(params);
  if (!path.ok) return path;
  const query = readQuery(route, new URL(request.url).searchParams);
  if (!query.ok) return query;
  const match = readIfMatch(route, request.headers.get('if-match'));
  if (!match.ok) return match;
  const body = await readBody(route, request);
  if (!body.ok) return body;
  return ok({ ...body.value, ...query.value, ...path.value, ...match.value });
}

function readParams(params: Readonly<Record<string, string>>): Result<Record<string, string | number>, Problem> {
  const cleaned = clean(params);
  if (!cleaned.ok) return cleaned;
  const values = new Map<string, string | number>();
  for (const [name, text] of Object.entries(cleaned.value as Record<string, string>)) {
    if (name === 'workspace') continue;
    if (name === 'number') {
      if (!/^[1-9]\d{0,8}$/.test(text)) return err({ code: 'not-found', detail: `${text} is not a number` });
      values.set(name, Number(text));
    } else values.set(name, text);
  }
  return ok(Object.fromEntries(values));
}

function readQuery(route: Route, search: URLSearchParams): Result<Record<string, unknown>, Problem> {
  const members = new Map<string, string | string[]>();
  for (const name of new Set(search.keys())) {
    const all = search.getAll(name);
    members.set(name, all.length > 1 ? all : (all[0] ?? ''));
  }
  return parse(route.query ?? z.strictObject({}), Object.fromEntries(members));
}

async function readBody(route: Route, request: Request): Promise<Result<Record<string, unknown>, Problem>> {
  if (!route.body || route.kind === 'upload') return ok({});
  const read: Result<unknown, BodyError> = await readJson(request, {
    ...defaultBodyLimits,
    maxBytes: route.maxBytes ?? defaultBodyLimits.maxBytes,
  });
  return read.ok ? parse(route.body, read.value) : read;
}

function parse(schema: z.ZodType, value: unknown): Result<Record<string, unknown>, Problem> {
  const parsed = (schema instanceof z.ZodObject ? strict(schema) : schema).safeParse(value);
  if (!parsed.success) return err({ code: 'request.invalid', errors: fieldErrors(parsed.error) });
  return ok(parsed.data as Record<string, unknown>);
}

/** A schema that already says what to do with unknown members keeps its word; others refuse them. */
function strict(schema: z.ZodObject): z.ZodObject {
  return schema.def.catchall ? schema : schema.strict();
}

/** What zod found, as places and sentences; at most 50 of them. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  return error.issues
    .slice(0, 50)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'is not known here' }))
        : [{ path: issue.path.join('.'), message: issue.message }],
    );
}

/** The lock version that `If-Match` names. */
function readIfMatch(route: Route, header: string | null): Result<{ ifMatch?: number }, Problem> {
  if (!route.ifMatch) return ok({});
  if (header === null) {
    return route.ifMatch === 'required' ? err({ code: 'request.precondition-required' }) : ok({});
  }
  const version = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (!version) {
    return err({
      code: 'request.invalid',
      errors: [{ path: 'If-Match', message: 'must be a quoted version, like "3"' }],
    });
  }
  return ok({ ifMatch: Number(version) });
}
