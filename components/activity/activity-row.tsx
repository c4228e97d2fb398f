import Link from 'next/link';
import { KindIcon } from '@/components/shared/kind-icon';
import { PersonLink } from '@/components/shared/person-link';
import { itemHref, planHref } from '@/components/shared/plan-href';
import { Avatar } from '@/components/ui/avatar';
import { exactWords } from '@/components/ui/time-words';
import type { ActivityEntry } from '@/lib/contracts/activity';
import type { ActivityRow as Row } from '@/lib/domain/activity/fold-activity';
import { qualifiedName } from '@/lib/domain/plan/item';

const linkStyle = 'font-medium underline-offset-2 hover:underline';

/** What one person did to one thing in one go: what about, who and what, and when. */
export function ActivityRow({
  workspace,
  row: { last, words },
  shows,
}: {
  workspace: string;
  row: Row<ActivityEntry>;
  shows: { readonly who: boolean; readonly plan: boolean };
}) {
  const { who, plan, at } = last;
  return (
    <li className="flex items-start gap-3 border-border border-b py-2">
      {shows.who ? <Avatar name={who?.name ?? 'Waymark'} className="mt-0.5" /> : null}
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex min-w-0 flex-wrap items-center gap-x-2">
          <About workspace={workspace} entry={last} />
          {shows.plan ? <span className="text-subtle">{plan.name}</span> : null}
        </p>
        <p className="break-words text-muted">
          {shows.who ? (
            <>
              {who ? (
                <PersonLink
                  workspace={workspace}
                  id={who.id}
                  name={who.name}
                  className="text-text underline decoration-border"
                />
              ) : (
                <span className="text-text">Waymark</span>
              )}{' '}
              {words}
            </>
          ) : (
            `${words.charAt(0).toUpperCase()}${words.slice(1)}`
          )}
        </p>
      </div>
      <ClockTime at={at} />
    </li>
  );
}

/** The time of day; the day stands above, and the full moment on hover. */
function ClockTime({ at }: { at: string }) {
  const moment = new Date(at);
  return (
    <time
      dateTime={at}
      title={exactWords(moment, 'en-GB')}
      className="shrink-0 text-subtle text-xs tabular-nums"
      suppressHydrationWarning
    >
      {new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(moment)}
    </time>
  );
}

function About({ workspace, entry: { plan, about, release } }: { workspace: string; entry: ActivityEntry }) {
  const place = { workspace, plan: plan.slug };
  switch (about.type) {
    case 'change-request':
      return (
        <>
          <Link
            href={planHref(place, `change-requests/${about.number}`)}
            className={`${linkStyle} min-w-0 break-words`}
            dir="auto"
          >
            #{about.number} {about.title}
          </Link>
          {release === null ? null : (
            <Link href={planHref(place, `releases/${release}`)} className="text-accent underline underline-offset-2">
              Release {release}
            </Link>
          )}
        </>
      );
    case 'item':
      return (
        <>
          <KindIcon kind={about.item.kind} />
          <Link href={itemHref(place, about.item)} className={`${linkStyle} min-w-0 break-all font-mono`}>
            {qualifiedName(about.item)}
          </Link>
        </>
      );
    case 'plan':
      return (
        <Link href={planHref(place)} className={linkStyle}>
          {plan.name}
        </Link>
      );
  }
}
