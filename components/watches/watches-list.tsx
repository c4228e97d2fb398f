'use client';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import Link from 'next/link';
import { itemHref, planHref } from '@/components/shared/plan-href';
import { QueryList } from '@/components/shared/query-list';
import { levelWords, pausedHint } from '@/components/shared/watching/levels';
import { useWatching } from '@/components/shared/watching/use-watching';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { RelativeTime } from '@/components/ui/relative-time';
import { Select } from '@/components/ui/select';
import { Cell, Row } from '@/components/ui/table';
import { watchesOptions } from '@/lib/client/watches';
import type { WatchList, WatchView } from '@/lib/contracts/watches';
import { watchLevels } from '@/lib/domain/watch/target';

const nothingWatched =
  'You watch nothing yet. An event, an allowed value, a tag, an owner, a source, a filter and the whole plan each have a Watch button.';

/** What the reader watches and has muted, each with why it is there, how much is heard, and its end. */
export function WatchesList({ workspace, home }: { workspace: string; home: string }) {
  const query = useQuery(watchesOptions(workspace));
  const find = (
    <Button asChild variant="primary">
      <Link href={home}>Find something to watch</Link>
    </Button>
  );
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <QueryList
          query={query}
          items={query.data?.items}
          label="What you watch"
          one="watch"
          many="watches"
          columns={['What', 'Tells you']}
          skeletonRows={4}
          empty={{ words: nothingWatched, action: find }}
        >
          {(watch) => <WatchRow key={`${watch.planSlug} ${watch.target}`} workspace={workspace} watch={watch} />}
        </QueryList>
      </div>
      {query.data ? <Automatic automatic={query.data.automatic} /> : null}
    </div>
  );
}

function WatchRow({ workspace, watch }: { workspace: string; watch: WatchView }) {
  const place = { workspace, plan: watch.planSlug };
  const { level, set } = useWatching(place, watch.target, watch.name);
  const href = hrefOf(place, watch);
  const isItem = watch.targetKind === 'item';
  const offered = watchLevels.filter((one) =>
    watch.targetKind === 'request' ? one === 'none' : isItem || one !== 'participating' || level === one,
  );
  return (
    <Row>
      <Cell>
        <span className={cn('block break-words font-medium', isNamed(watch) || 'first-letter:uppercase')}>
          {href ? (
            <Link href={href} className="underline-offset-2 hover:underline">
              {watch.name}
            </Link>
          ) : (
            watch.name
          )}
        </span>
        <span className="block text-subtle text-xs">
          {watch.planName} · You chose {watch.level === 'none' ? 'to mute' : 'to watch'} it{' '}
          <RelativeTime at={watch.createdAt} />
        </span>
      </Cell>
      <Cell>
        <Select
          size="toolbar"
          aria-label={`What you hear of ${watch.name}`}
          className="w-32 sm:w-48"
          value={level ?? watch.level}
          onValueChange={(value) => set(watchLevels.find((one) => one === value) ?? null)}
          options={offered.map((one) => ({
            value: one,
            label: levelWords[one].label,
            hint: one === 'none' && !isItem && watch.targetKind !== 'request' ? pausedHint : levelWords[one].hint,
          }))}
        />
      </Cell>
      <Cell className="text-right">
        <IconButton label={`Remove ${watch.name}`} onClick={() => set(null)}>
          <X aria-hidden />
        </IconButton>
      </Cell>
    </Row>
  );
}

/** Whether it goes by a name, which is never spelled in another way. */
function isNamed({ targetKind }: WatchView): boolean {
  return targetKind === 'item' || targetKind === 'request';
}

function hrefOf(place: { workspace: string; plan: string }, watch: WatchView): string | undefined {
  if (watch.item) return itemHref(place, watch.item);
  if (watch.requestNumber !== null) return planHref(place, `change-requests/${watch.requestNumber}`);
  const filter = filterOf(watch);
  if (filter !== undefined) return `${planHref(place, 'events')}?f=${encodeURIComponent(filter)}`;
  return watch.targetKind === 'plan' ? planHref(place, 'releases') : undefined;
}

/** What shows the events that a watch is about. */
function filterOf({ targetKind, targetId }: WatchView): string | undefined {
  const quoted = (text: string) => (/[\s,:"]/u.test(text) ? `"${text.replaceAll('"', '')}"` : text);
  if (targetKind === 'filter') return targetId;
  if (targetKind === 'tag' || targetKind === 'category') return `${targetKind}:${quoted(targetId)}`;
  return targetKind === 'owner' ? `owner:${targetId.slice(targetId.indexOf(':') + 1)}` : undefined;
}

/** What reaches the reader without a watch, and how it ends. */
function Automatic({ automatic }: { automatic: WatchList['automatic'] }) {
  return (
    <section aria-labelledby="automatic-watches" className="flex flex-col gap-2">
      <h3 id="automatic-watches" className="font-semibold text-base">
        What you hear of without watching
      </h3>
      <ul className="flex list-disc flex-col gap-1 pl-5 text-base text-muted">
        {automatic.map(({ reason, planSlug, planName, count }) => (
          <li key={`${reason} ${planSlug}`}>
            {reason === 'own'
              ? `${count} ${count === 1 ? 'item' : 'items'} of ${planName} that you or a team of yours own.`
              : `What ${count} ${count === 1 ? 'consumer' : 'consumers'} of ${planName} that you or a team of yours own ${count === 1 ? 'reads' : 'read'}.`}
          </li>
        ))}
        <li>Change requests that you open, edit or review, and whatever you are asked or mentioned in.</li>
      </ul>
      <p className="max-w-prose text-base text-muted">
        To hear no more of an item that you own, open it and choose Muted beside Watch. A change request is muted from
        its entry in the inbox. What asks for you by name is always told.
      </p>
    </section>
  );
}
