'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { AlertDialogLazily } from '@/components/ui/alert-dialog-lazily';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { MarkdownText } from '@/components/ui/markdown';
import { RelativeTime } from '@/components/ui/relative-time';
import { dayWords } from '@/components/ui/time-words';
import { notify, notifyFailure } from '@/components/ui/toast';
import { announcementsOptions, useEndAnnouncement } from '@/lib/client/announcements';
import { wordsFor } from '@/lib/client/http';
import type { AnnouncementView } from '@/lib/contracts/announcements';

/** What is pinned on an item and on its plan, while it stands; what begins later shows to those who could pin it. */
export function ItemAnnouncements({ itemId, first }: { itemId: string; first: readonly AnnouncementView[] | null }) {
  const plan = usePlan();
  const initial = first ? { initialData: { items: [...first], nextCursor: null, total: first.length } } : {};
  const { data } = useQuery({ ...announcementsOptions(plan, itemId), ...initial });
  return data?.items.map((one) => <Announcement key={one.id} announcement={one} />) ?? null;
}

/** The last day in the reader's zone, which only the browser knows. */
function UntilDay({ at }: { at: string }) {
  return (
    <time dateTime={at} title={at} suppressHydrationWarning>
      {dayWords(new Date(at), 'en-GB')}
    </time>
  );
}

function Announcement({ announcement }: { announcement: AnnouncementView }) {
  const plan = usePlan();
  const end = useEndAnnouncement(plan);
  const [isAsking, setAsking] = useState(false);
  const { isShown, itemId, text, by, startsAt, endsAt, mayEnd } = announcement;
  const what = itemId === null ? 'Announcement on the whole plan' : 'Announcement';
  return (
    <section aria-label={what}>
      <Callout
        title={
          isShown ? (
            what
          ) : (
            <>
              {what}, not shown yet: it begins <RelativeTime at={startsAt} />
            </>
          )
        }
        action={
          mayEnd ? (
            <Button size="toolbar" variant="ghost" onClick={() => setAsking(true)}>
              {isShown ? 'End now' : 'Take back'}
            </Button>
          ) : undefined
        }
      >
        <MarkdownText text={text} />
        <p className="mt-1 text-muted text-sm">
          {by.name}, until <UntilDay at={endsAt} />
        </p>
      </Callout>
      <AlertDialogLazily
        open={isAsking}
        onOpenChange={setAsking}
        title={isShown ? 'End this announcement now?' : 'Take this announcement back?'}
        consequence="Nobody will see it any more. To show it again you have to pin it again."
        confirmLabel={isShown ? 'End announcement' : 'Take it back'}
        pending={end.isPending}
        onConfirm={() =>
          end.mutate(announcement.id, {
            onSuccess: () => notify('The announcement has ended'),
            onError: (error) => notifyFailure('The announcement was not ended', { description: wordsFor(error) }),
            onSettled: () => setAsking(false),
          })
        }
      />
    </section>
  );
}
