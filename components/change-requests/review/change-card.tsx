'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import type { DiffLayout } from '@/components/shared/diff/prose-diff';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import { FieldThreads } from '../review-side/field-threads';
import { CardActions } from './card-actions';
import { CardName } from './card-name';
import { ChangeBody } from './change-body';
import { type Cursor, rowId } from './review-rows';
import { useChange } from './use-change';

/** What cards ask of the screen around them; the same object for all of them. */
export interface CardPort {
  readonly mark: (change: ChangeRow, isViewed: boolean) => void;
  readonly fold: (change: ChangeRow, isFolded: boolean) => void;
  readonly comment: (cursor: Cursor | null) => void;
  readonly openMenu: (itemId: string | null) => void;
  readonly peek: (itemId: string) => void;
}

export interface ChangeCardProps {
  readonly place: PlanPlace;
  readonly change: ChangeRow;
  /** What of the request the card needs, changed only when one of these does. */
  readonly request: Pick<ChangeRequestView, 'number' | 'lockVersion' | 'moves' | 'author'>;
  readonly layout: DiffLayout;
  readonly state: 'unseen' | 'viewed' | 'edited';
  readonly isFolded: boolean;
  /** The field with the cursor; `null` for the item as a whole, undefined when the cursor is elsewhere. */
  readonly focused: string | null | undefined;
  /** The field being commented on. */
  readonly commenting: string | null | undefined;
  readonly isMenuOpen: boolean;
  readonly port: CardPort;
}

/** One changed item: what it is, whether it was read, and every difference with its discussion. */
export const ChangeCard = memo(function ChangeCard(props: ChangeCardProps) {
  const { place, change, request, isFolded, focused, commenting, port } = props;
  const query = useChange(place, request.number, change);
  const Chevron = isFolded ? ChevronRight : ChevronDown;
  return (
    <article
      id={rowId({ itemId: change.itemId, field: null })}
      data-item={change.itemId}
      tabIndex={-1}
      aria-label={`${change.name}, ${change.operation}`}
      className={cn(
        'mb-4 scroll-mt-12 scroll-mb-8 rounded-card border border-border bg-bg',
        focused === null && 'outline-2 outline-ring outline-offset-1',
      )}
    >
      <header
        className={cn(
          'sticky top-[calc(var(--toolbar)+0.75rem)] z-10 flex flex-wrap items-center gap-x-2 gap-y-1 rounded-t-card bg-surface px-2 py-1.5',
          isFolded ? 'rounded-b-card' : 'border-border border-b',
        )}
      >
        <IconButton
          label={isFolded ? `Unfold ${change.name}` : `Fold ${change.name}`}
          aria-expanded={!isFolded}
          onClick={() => port.fold(change, !isFolded)}
        >
          <Chevron aria-hidden />
        </IconButton>
        <CardName change={change} data={query.data} state={props.state} onPeek={port.peek} />
        <CardActions
          request={request}
          change={change}
          data={query.data}
          isViewed={props.state === 'viewed'}
          isMenuOpen={props.isMenuOpen}
          port={port}
        />
      </header>
      {isFolded ? null : (
        <div className="flex flex-col gap-2 p-2">
          <ChangeBody {...props} query={query} />
          <FieldThreads
            place={place}
            number={request.number}
            itemId={change.itemId}
            field={null}
            open={commenting === null}
            onClose={() => port.comment(null)}
          />
        </div>
      )}
    </article>
  );
});
