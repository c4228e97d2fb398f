import 'server-only';
import * as z from 'zod';
import { exportAdapters } from '@/lib/adapters/exports/list';
import type { exportFormatsSchema } from '@/lib/contracts/exports';
import type { Actor } from '@/lib/domain/access/actor';
import { type AccessDenied, can } from '@/lib/domain/access/can';
import { env } from '@/lib/infra/env';
import { ok, type Result } from '@/lib/kit/result';

/** The formats there are, with the schema that a form of their options is drawn from. */
export async function listExportFormats(
  actor: Actor,
): Promise<Result<z.input<typeof exportFormatsSchema>, AccessDenied>> {
  const allowed = can(actor, 'export.read');
  if (!allowed.ok) return allowed;
  return ok({
    origin: env().baseUrl,
    items: exportAdapters.map(({ id, label, summary, options }) => ({
      id,
      label,
      summary,
      options: plain(z.toJSONSchema(options, { io: 'input' })),
    })),
  });
}

/** Only what JSON holds: zod's schema carries methods, which no component of the browser may be handed. */
function plain(schema: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
}
