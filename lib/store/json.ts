import type { Prisma } from '../infra/db/generated/client';

/** A value as a Json column takes it: what JSON cannot say is dropped, so that what is read equals what was written. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
