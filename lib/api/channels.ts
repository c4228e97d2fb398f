import {
  attemptViewSchema,
  channelListSchema,
  channelViewSchema,
  createChannelRequestSchema,
  createdChannelViewSchema,
  deliveryPageSchema,
  deliveryQuerySchema,
  filterChoicesSchema,
  replayedSchema,
  replayRequestSchema,
  rotatedSecretSchema,
  unsubscriptionViewSchema,
  updateChannelRequestSchema,
} from '@/lib/contracts/channels';
import { doneSchema } from '@/lib/contracts/common';
import { createChannel } from '@/lib/features/channels/create-channel';
import { listChannels } from '@/lib/features/channels/list-channels';
import { listDeliveries } from '@/lib/features/channels/list-deliveries';
import { listFilterChoices } from '@/lib/features/channels/list-filter-choices';
import { readFeed } from '@/lib/features/channels/read-feed';
import { readUnsubscription } from '@/lib/features/channels/read-unsubscription';
import { removeChannel } from '@/lib/features/channels/remove-channel';
import { replayDeliveries } from '@/lib/features/channels/replay-deliveries';
import { rotateSecret } from '@/lib/features/channels/rotate-secret';
import { testChannel } from '@/lib/features/channels/test-channel';
import { unsubscribe } from '@/lib/features/channels/unsubscribe';
import { updateChannel } from '@/lib/features/channels/update-channel';
import { anyone, del, get, openDownload, patch, post, type Route } from './route';

/** Channels: one's own and, for admins, the workspace's. What answers a secret is not repeatable by key. */
export const channelRoutes: readonly Route[] = [
  get('/channels', {
    summary: 'List the channels of the workspace and your own, with the kinds there are',
    action: 'channel.read',
    result: channelListSchema,
    run: listChannels,
  }),
  post('/channels', {
    summary: 'Make a channel; its secret, or the address of a feed, is shown once',
    action: 'channel.create',
    body: createChannelRequestSchema,
    result: createdChannelViewSchema,
    status: 201,
    idempotent: false,
    run: createChannel,
  }),
  get('/channels/choices', {
    summary: 'List what the filter of a channel can name',
    action: 'channel.read',
    result: filterChoicesSchema,
    run: listFilterChoices,
  }),
  patch('/channels/{id}', {
    summary: 'Change a channel, pause it or let it speak again',
    action: 'channel.create',
    body: updateChannelRequestSchema,
    result: channelViewSchema,
    ifMatch: 'required',
    run: updateChannel,
  }),
  del('/channels/{id}', {
    summary: 'Remove a channel',
    action: 'channel.create',
    result: doneSchema,
    run: removeChannel,
  }),
  post('/channels/{id}/secret', {
    summary: 'Make a new signing secret; the last one goes on for a day',
    action: 'channel.create',
    result: rotatedSecretSchema,
    idempotent: false,
    run: rotateSecret,
  }),
  post('/channels/{id}/test', {
    summary: 'Send a test message and tell how it went',
    action: 'channel.create',
    result: attemptViewSchema,
    run: testChannel,
  }),
  get('/channels/{id}/deliveries', {
    summary: 'What a channel was given to say and how that went',
    action: 'channel.create',
    query: deliveryQuerySchema,
    result: deliveryPageSchema,
    run: listDeliveries,
  }),
  post('/channels/{id}/replays', {
    summary: 'Send deliveries again: some, or all of a range of time',
    action: 'channel.create',
    body: replayRequestSchema,
    result: replayedSchema,
    run: replayDeliveries,
  }),
  // Reading does nothing, since mail programs open links by themselves; the signed link is the permission.
  anyone.get('/unsubscriptions/{token}', {
    summary: 'See what a link in a message offers to stop',
    result: unsubscriptionViewSchema,
    run: readUnsubscription,
  }),
  anyone.post('/unsubscriptions/{token}', {
    summary: 'Stop it: the digest, the watch by which it came, or the channel',
    result: unsubscriptionViewSchema,
    run: unsubscribe,
  }),
  openDownload('/feeds/{token}', {
    summary: 'Read a feed of releases by its private address',
    run: readFeed,
  }),
];
