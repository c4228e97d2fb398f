'use client';
import { useQuery } from '@tanstack/react-query';
import { QueryError } from '@/components/shared/query-error';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { SkeletonRows } from '@/components/ui/skeleton';
import { notify, notifyFailure } from '@/components/ui/toast';
import { deliveriesOptions, useReplayDeliveries } from '@/lib/client/channels';
import { wordsFor } from '@/lib/client/http';
import type { ChannelView, DeliveryView } from '@/lib/contracts/channels';
import { deliveryWords } from './words';

interface Props {
  workspace: string;
  channel: ChannelView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What a channel was given to say, how that went, and a way to say it again. */
export function DeliveryLog({ workspace, channel, open, onOpenChange }: Props) {
  const query = useQuery({ ...deliveriesOptions(workspace, channel.id), enabled: open });
  const replay = useReplayDeliveries(workspace, channel.id);
  const again = (body: Parameters<typeof replay.mutate>[0]) =>
    replay.mutate(body, {
      onSuccess: ({ replayed }) => notify(replayed === 1 ? 'Sent again' : `${replayed} sent again`),
      onError: (error) => notifyFailure('Nothing was sent again', { description: wordsFor(error) }),
    });
  const dead = query.data?.items.filter(({ status, form }) => status === 'dead' && form !== 'test') ?? [];
  const oldest = dead.at(-1);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="large"
      title={`Deliveries of ${channel.name}`}
      description="Newest first. What failed is tried ten times within three days."
      footer={
        <>
          {oldest ? (
            <Button pending={replay.isPending} onClick={() => again({ since: oldest.happenedAt, statuses: ['dead'] })}>
              Send all that was given up again
            </Button>
          ) : null}
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Close
          </Button>
        </>
      }
    >
      <QueryError query={query} />
      {query.isPending && open ? <SkeletonRows rows={4} /> : null}
      {query.data?.items.length === 0 ? <EmptyState>Nothing was sent yet.</EmptyState> : null}
      <ul className="flex flex-col divide-y divide-border">
        {query.data?.items.map((delivery) => (
          <Line
            key={delivery.id}
            delivery={delivery}
            isPending={replay.isPending}
            onAgain={() => again({ ids: [delivery.id], statuses: ['delivered', 'dead', 'skipped'] })}
          />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ delivery, isPending, onAgain }: { delivery: DeliveryView; isPending: boolean; onAgain: () => void }) {
  const { label, tone } = deliveryWords[delivery.status];
  const [last] = delivery.attempts;
  const canRepeat = delivery.form !== 'test' && ['delivered', 'dead', 'skipped'].includes(delivery.status);
  return (
    <li className="flex items-start gap-3 py-2 text-left">
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere whitespace-normal font-medium text-sm">{delivery.title}</p>
        <p className="wrap-anywhere whitespace-normal text-muted text-xs">
          <RelativeTime at={delivery.happenedAt} />
          {delivery.statusReason ? ` · ${delivery.statusReason}` : last ? ` · ${last.words}` : ''}
          {delivery.attemptCount > 1 ? ` · ${delivery.attemptCount} attempts` : ''}
          {delivery.nextAttemptAt && delivery.status === 'pending' ? (
            <>
              {' · next '}
              <RelativeTime at={delivery.nextAttemptAt} />
            </>
          ) : null}
        </p>
      </div>
      <Badge tone={tone}>{label}</Badge>
      {canRepeat ? (
        <Button
          size="toolbar"
          variant="ghost"
          disabled={isPending}
          aria-label={`Send again: ${delivery.title}`}
          onClick={onAgain}
        >
          Send again
        </Button>
      ) : null}
    </li>
  );
}
