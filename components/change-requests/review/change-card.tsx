'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo } from 'react';
import { cn } from '@/components/ui/cn';
import { IconButton } from '@/components/ui/icon-button';
import { FieldThreads } from '../review-side/field-threads';
import { CardActions } from './card-actions';
import { CardName } from './card-name';
import type { ChangeCardProps } from './card-props';
import { ChangeBody } from './change-body';
import { rowId } from './review-rows';
import { useChange } from './use-change';

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
