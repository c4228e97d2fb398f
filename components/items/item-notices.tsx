import { ItemLink } from '@/components/shared/item-link';
import { Callout } from '@/components/ui/callout';
import type { AnnouncementView } from '@/lib/contracts/announcements';
import type { ItemView } from '@/lib/contracts/items';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { ItemAnnouncements } from './item-announcements';
import { RequestLink } from './request-link';

/** What a reader must know before the text: announcements, open requests, a replacement, a former name, others of the same name. */
export function ItemNotices({
  view,
  at,
  announcements,
}: {
  view: ItemView;
  at: string | null;
  announcements: readonly AnnouncementView[] | null;
}) {
  const state = view.lifecycle.state;
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {at === null ? <ItemAnnouncements itemId={view.item.id} first={announcements} /> : null}
      {view.renamedFrom === null ? null : (
        <Callout title={`“${view.renamedFrom}” is now called “${view.item.name}”`}>
          The name changed; what it identifies, its history and its links did not.
        </Callout>
      )}
      {state === 'deprecated' || state === 'retired' ? (
        <Callout
          tone="warning"
          title={
            state === 'deprecated' ? 'Deprecated: do not use it for anything new' : 'Retired: it is no longer sent'
          }
        >
          {view.replacedBy ? (
            <>
              Use <ItemLink item={view.replacedBy} at={at} icon /> instead.
            </>
          ) : (
            'No replacement is named.'
          )}
        </Callout>
      ) : null}
      {view.openRequests.length === 0 ? null : (
        <Callout
          title={
            view.openRequests.length === 1
              ? 'An open change request is about this'
              : `${view.openRequests.length} open change requests are about this`
          }
        >
          <ul>
            {view.openRequests.map((request) => (
              <li key={request.number}>
                <RequestLink number={request.number} title={request.title} /> by {request.author.name},{' '}
                {request.status.replace('-', ' ')}
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {view.others.length === 0 ? null : (
        <Callout
          title={`${view.others.length === 1 ? 'Another item has' : `${view.others.length} others have`} this name`}
        >
          <ul>
            {view.others.map((other) => (
              <li key={other.id}>
                <ItemLink item={other} at={at} icon /> <span className="text-muted">{kinds[other.kind].label}</span>
              </li>
            ))}
          </ul>
        </Callout>
      )}
    </div>
  );
}
