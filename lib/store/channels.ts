import 'server-only';
import type { ChannelFilter, ChannelState, Pace } from '../domain/notify/channel';
import { channelFilterSchema } from '../domain/notify/channel';
import type { Prisma } from '../infra/db/generated/client';
import type { Tx } from '../infra/db/transaction';
import { newId } from '../kit/id';
import { toJson } from './json';
import { enumOf, wordOf } from './words';

/** A way by which news leaves the product. */
export interface Channel {
  readonly id: string;
  readonly workspaceId: string;
  /** Whose it is; null for one of the workspace. */
  readonly userId: string | null;
  readonly type: string;
  readonly name: string;
  readonly hint: string;
  /** Address and secrets, encrypted. */
  readonly sealed: string | null;
  readonly pace: Pace;
  readonly filter: ChannelFilter;
  readonly digestHour: number;
  readonly timeZone: string | null;
  readonly state: ChannelState;
  readonly stateReason: string;
  readonly failingAt: Date | null;
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  readonly lockVersion: number;
}

/** A channel about to be made. */
export interface NewChannel
  extends Pick<
    Channel,
    'id' | 'userId' | 'type' | 'name' | 'hint' | 'sealed' | 'pace' | 'filter' | 'digestHour' | 'timeZone' | 'createdAt'
  > {
  readonly tokenHash: string | null;
  readonly createdById: string;
}

/** What can be changed of a channel; absent leaves. */
export type ChannelPatch = Partial<
  Pick<Channel, 'name' | 'hint' | 'sealed' | 'pace' | 'filter' | 'digestHour' | 'timeZone' | 'state' | 'stateReason'>
>;

const fields = {
  id: true,
  workspaceId: true,
  userId: true,
  type: true,
  name: true,
  hint: true,
  sealed: true,
  pace: true,
  filter: true,
  digestHour: true,
  timeZone: true,
  state: true,
  stateReason: true,
  failingAt: true,
  createdBy: { select: { id: true, name: true } },
  createdAt: true,
  lockVersion: true,
} satisfies Prisma.ChannelSelect;
type Row = Prisma.ChannelGetPayload<{ select: typeof fields }>;

/** Stores a new channel. */
export async function createChannel(tx: Tx, workspaceId: string, channel: NewChannel): Promise<void> {
  await tx.channel.create({ data: { ...channel, filter: toJson(channel.filter), workspaceId } });
}

/** A channel that was not removed. */
export async function readChannel(tx: Tx, workspaceId: string, id: string): Promise<Channel | undefined> {
  const row = await tx.channel.findFirst({ where: { id, workspaceId, removedAt: null }, select: fields });
  return row ? toChannel(row) : undefined;
}

/** The channels of the workspace and those of these people, oldest first. */
export async function listChannels(tx: Tx, workspaceId: string, userIds: readonly string[]): Promise<Channel[]> {
  const rows = await tx.channel.findMany({
    where: { workspaceId, removedAt: null, OR: [{ userId: null }, { userId: { in: [...userIds] } }] },
    select: fields,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toChannel);
}

/** How many channels a person has, or the workspace when it is null. */
export async function countChannels(tx: Tx, workspaceId: string, userId: string | null): Promise<number> {
  return tx.channel.count({ where: { workspaceId, userId, removedAt: null } });
}

/** Gives each of these people the mail channel that everybody has, unless they have it. */
export async function ensureOwnChannels(
  tx: Tx,
  workspaceId: string,
  userIds: readonly string[],
  channel: { readonly type: string; readonly name: string; readonly at: Date },
): Promise<void> {
  if (userIds.length === 0) return;
  const { type, name, at } = channel;
  const rows = userIds.map((userId) => ({ id: newId('cn'), userId }));
  const filter = JSON.stringify(channelFilterSchema.parse({}));
  await tx.$executeRaw`
    insert into channels (id, workspace_id, user_id, type, name, hint, pace, filter, created_by_id, created_at, updated_at)
    select r.id, ${workspaceId}, m.user_id, ${type}, ${name}, '', 'urgent', ${filter}::jsonb, m.user_id, ${at}, ${at}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id text, "userId" text)
    join memberships m on m.workspace_id = ${workspaceId} and m.user_id = r."userId"
    on conflict (workspace_id, user_id) where type = 'email' and user_id is not null and removed_at is null do nothing`;
}

/** Changes a channel. @returns false when it is no longer what was read */
export async function saveChannel(
  tx: Tx,
  workspaceId: string,
  before: Pick<Channel, 'id' | 'lockVersion'>,
  patch: ChannelPatch,
): Promise<boolean> {
  const { filter, state, ...rest } = patch;
  const { count } = await tx.channel.updateMany({
    where: { id: before.id, workspaceId, lockVersion: before.lockVersion, removedAt: null },
    data: {
      ...rest,
      ...(filter ? { filter: toJson(filter) } : {}),
      ...(state ? { state: enumOf(state) } : {}),
      lockVersion: { increment: 1 },
    },
  });
  return count === 1;
}

/** Removes a channel; its log stays, what it had still to say is left unsaid. */
export async function removeChannel(tx: Tx, workspaceId: string, id: string, at: Date): Promise<void> {
  await tx.channel.updateMany({ where: { id, workspaceId }, data: { removedAt: at, sealed: null, tokenHash: null } });
  await tx.delivery.updateMany({
    where: { workspaceId, channelId: id, status: { in: ['PENDING', 'WAITING'] } },
    data: { status: 'SKIPPED', statusReason: 'The channel was removed', settledAt: at, claimedUntil: null },
  });
}

/** Ends a channel whose receiver says that it is gone. */
export async function disableChannel(tx: Tx, workspaceId: string, id: string, reason: string): Promise<void> {
  await tx.channel.updateMany({
    where: { id, workspaceId },
    data: { state: 'DISABLED', stateReason: reason, lockVersion: { increment: 1 } },
  });
}

/** Notes since when a channel has been failing, or that it works; the first moment stands. */
export async function markFailing(tx: Tx, workspaceId: string, id: string, at: Date | null): Promise<void> {
  await tx.channel.updateMany({
    where: { id, workspaceId, failingAt: at === null ? { not: null } : null },
    data: { failingAt: at },
  });
}

/** The channel of a feed by the hash of the secret in its address. */
export async function readChannelByToken(tx: Tx, tokenHash: string): Promise<Channel | undefined> {
  const row = await tx.channel.findFirst({ where: { tokenHash, removedAt: null }, select: fields });
  return row ? toChannel(row) : undefined;
}

/** The time zones that these people chose. */
export async function listTimeZones(tx: Tx, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.userPreference.findMany({ where: { userId: { in: [...userIds] } } });
  return new Map(
    rows.flatMap(({ userId, value }): [string, string][] => {
      const zone = typeof value === 'object' && value !== null && 'timeZone' in value ? value.timeZone : undefined;
      return typeof zone === 'string' ? [[userId, zone]] : [];
    }),
  );
}

const storedFilterSchema = channelFilterSchema.catch(channelFilterSchema.parse({}));

function toChannel(row: Row): Channel {
  return {
    ...row,
    pace: row.pace as Pace,
    state: wordOf(row.state),
    filter: storedFilterSchema.parse(row.filter),
  };
}
