import * as z from 'zod';
import { problemSchema } from '@/lib/contracts/problem';
import { type ActionRule, actions } from '@/lib/domain/access/actions';
import type { Route } from './route';

type Json = { [key: string]: unknown };

/** The OpenAPI 3.1 document of the routes, made of the same schemas that parse and answer. */
export function openApiDocument(routes: readonly Route[]): Json {
  const schemas: Json = { Problem: jsonSchemaOf(problemSchema, 'output', 'Problem', {}) };
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const address = `/api/v1${route.path}`;
    const methods = paths[address] ?? {};
    methods[route.method.toLowerCase()] = operation(route, schemas);
    paths[address] = methods;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Waymark',
      version: '1',
      description:
        'Errors are RFC 9457 problem details with a stable `code`. Lists take `limit` and `cursor`. ' +
        'Updates name the version they read in `If-Match`; POSTs may carry an `Idempotency-Key`.',
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'An API token, `wmk_…`' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-waymark.session' },
      },
    },
  };
}

function operation(route: Route, schemas: Json): Json {
  const name = operationId(route);
  const rule: ActionRule | undefined = route.action && actions[route.action];
  return {
    operationId: name,
    summary: route.summary,
    tags: [tagOf(route.path)],
    ...(rule && { description: `Needs the role ${rule.role}; a token needs the scope ${rule.scope}.` }),
    security:
      route.door === 'public' ? [] : rule?.scope === 'session' ? [{ session: [] }] : [{ token: [] }, { session: [] }],
    parameters: [...pathParameters(route), ...queryParameters(route, schemas, name), ...headerParameters(route)],
    ...requestBody(route, schemas, name),
    responses: {
      [String(route.status)]: success(route, schemas, name),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function success(route: Route, schemas: Json, name: string): Json {
  if (route.kind === 'download') {
    return { description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } };
  }
  const schema = route.result ? jsonSchemaOf(route.result, 'output', `${name}_result`, schemas) : {};
  return { description: 'Done', content: { 'application/json': { schema } } };
}

function requestBody(route: Route, schemas: Json, name: string): Json {
  if (route.kind === 'upload') {
    const content = route.contentTypes.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]);
    return { requestBody: { required: true, content: Object.fromEntries(content) } };
  }
  if (!route.body) return {};
  const schema = jsonSchemaOf(route.body, 'input', `${name}_body`, schemas);
  return { requestBody: { required: true, content: { 'application/json': { schema } } } };
}

function pathParameters(route: Route): Json[] {
  return [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'number' ? { type: 'integer', minimum: 1 } : { type: 'string' },
  }));
}

function queryParameters(route: Route, schemas: Json, name: string): Json[] {
  if (!route.query) return [];
  const schema = jsonSchemaOf(route.query, 'input', `${name}_query`, schemas);
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return Object.entries((schema.properties as Record<string, Json> | undefined) ?? {}).map(([key, value]) => ({
    name: key,
    in: 'query',
    required: required.has(key),
    schema: value,
  }));
}

function headerParameters(route: Route): Json[] {
  const text = { type: 'string' };
  const headers: Json[] = [];
  if (route.ifMatch)
    headers.push({ name: 'If-Match', in: 'header', required: route.ifMatch === 'required', schema: text });
  if (route.idempotent) headers.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: text });
  return headers;
}

/** `get_workspaces_plans_items`: the method and the nouns of the path. */
function operationId(route: Route): string {
  const words = route.path
    .split('/')
    .filter(Boolean)
    .map((part) => part.replace(/^\{(\w+)\}$/, 'by_$1'));
  return [route.method.toLowerCase(), ...words].join('_').replace(/[^\w]/g, '_');
}

function tagOf(path: string): string {
  const nouns = path.split('/').filter((part) => part && !part.startsWith('{'));
  const [first, second, third] = nouns;
  if (first !== 'workspaces') return first ?? 'other';
  return second === 'plans' ? (third ?? 'plans') : (second ?? 'workspaces');
}

/** A zod schema as JSON Schema 2020-12, its inner definitions moved to the document's components. */
function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', name: string, schemas: Json): Json {
  const { $schema, $defs, ...root } = z.toJSONSchema(schema, { io, unrepresentable: 'any', cycles: 'ref' }) as Json;
  void $schema;
  const rename = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(rename);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => {
        if (key !== '$ref' || typeof value !== 'string') return [key, rename(value)];
        if (value === '#') return [key, `#/components/schemas/${name}`];
        return [key, value.replace('#/$defs/', `#/components/schemas/${name}_`)];
      }),
    );
  };
  for (const [key, value] of Object.entries(($defs as Json | undefined) ?? {}))
    schemas[`${name}_${key}`] = rename(value);
  const renamed = rename(root) as Json;
  if (JSON.stringify(root).includes('"$ref":"#"')) {
    schemas[name] = renamed;
    return { $ref: `#/components/schemas/${name}` };
  }
  return renamed;
}
