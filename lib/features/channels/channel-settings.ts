import 'server-only';
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { seal, unseal } from '@/lib/infra/auth/seal';

const sealedSchema = z.object({
  settings: z.record(z.string(), z.unknown()),
  secrets: z.array(z.object({ secret: z.string(), validUntil: z.iso.datetime().nullable() })),
});

/** What is kept encrypted of a channel: where it goes, and what its messages are signed with. */
export type SealedSettings = z.infer<typeof sealedSchema>;

/** Encrypts a channel's settings, for that channel only. */
export function sealSettings(channelId: string, settings: SealedSettings): string {
  return seal('channel', channelId, JSON.stringify(settings));
}

/** A channel's settings; undefined when they were sealed under another secret of the instance. */
export function openSettings(channel: {
  readonly id: string;
  readonly sealed: string | null;
}): SealedSettings | undefined {
  const text = channel.sealed === null ? undefined : unseal('channel', channel.id, channel.sealed);
  return text === undefined ? undefined : sealedSchema.safeParse(JSON.parse(text)).data;
}

/** The secrets to sign with at a moment, newest first. */
export function validSecrets({ secrets }: SealedSettings, at: Date): string[] {
  return secrets
    .filter(({ validUntil }) => validUntil === null || new Date(validUntil) > at)
    .map(({ secret }) => secret);
}

/** A new secret as Standard Webhooks writes it, of 256 bits. */
export function newSigningSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}
