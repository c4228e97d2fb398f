'use client';
import { SecretField } from '@/components/shared/shown-once';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { RelativeTime } from '@/components/ui/relative-time';
import { useRotateSecret } from '@/lib/client/channels';
import { wordsFor } from '@/lib/client/http';
import type { ChannelView } from '@/lib/contracts/channels';

/** Makes a new signing secret and shows it, once. */
export function RotateDialog({
  workspace,
  channel,
  onClose,
}: {
  workspace: string;
  channel: ChannelView;
  onClose: () => void;
}) {
  const rotate = useRotateSecret(workspace);
  return (
    <Dialog
      open
      onOpenChange={(next) => next || onClose()}
      title={`New signing secret for ${channel.name}`}
      description="For a day messages carry both signatures, so that your receiver can be changed without missing any."
      footer={
        rotate.data ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button variant="primary" pending={rotate.isPending} onClick={() => rotate.mutate(channel.id)}>
              Make secret
            </Button>
          </>
        )
      }
    >
      {rotate.error ? (
        <div role="alert">
          <Callout tone="problem">{wordsFor(rotate.error)}</Callout>
        </div>
      ) : null}
      {rotate.data ? (
        <div className="flex flex-col gap-2">
          <SecretField label="Secret" value={rotate.data.secret} />
          <p className="text-muted text-sm">
            The last one ends <RelativeTime at={rotate.data.previousValidUntil} />. Copy this one now: it is shown once.
          </p>
        </div>
      ) : null}
    </Dialog>
  );
}
