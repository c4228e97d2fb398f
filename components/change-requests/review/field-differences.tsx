'use client';
import { MessageSquarePlus } from 'lucide-react';
import { DifferenceRow } from '@/components/shared/diff/difference-row';
import { keysOf } from '@/components/shared/keyboard/registry';
import { IconButton } from '@/components/ui/icon-button';
import { FieldThreads } from '../review-side/field-threads';
import type { ChangeCardProps } from './card-props';
import { ClaimNote } from './claim-note';
import { type DifferenceGroup, rowId } from './review-rows';

/** The differences of one field, with its discussion below them. */
export function FieldDifferences({ group, ...card }: ChangeCardProps & { group: DifferenceGroup }) {
  const { place, change, request, layout, focused, commenting, port } = card;
  const { field, differences } = group;
  const last = differences.length - 1;
  const cursor = { itemId: change.itemId, field };
  return (
    <div data-field={field ?? ''} className="flex flex-col gap-0.5">
      {differences.map((difference, at) => (
        <DifferenceRow
          key={`${difference.type} ${difference.member} ${difference.part}`}
          {...(at === 0 ? { id: rowId(cursor) } : {})}
          difference={difference}
          layout={layout}
          isFocused={at === 0 && field !== null && focused === field}
          actions={
            at === 0 ? (
              <IconButton
                label="Comment on this field"
                keys={keysOf('review.comment')}
                onClick={() => port.comment(cursor)}
              >
                <MessageSquarePlus aria-hidden />
              </IconButton>
            ) : null
          }
          footer={
            <>
              {difference.claimed ? (
                <ClaimNote place={place} request={request} itemId={change.itemId} difference={difference} />
              ) : null}
              {at === last && field !== null ? (
                <FieldThreads
                  place={place}
                  number={request.number}
                  itemId={change.itemId}
                  field={field}
                  open={commenting === field}
                  onClose={() => port.comment(null)}
                />
              ) : null}
            </>
          }
        />
      ))}
    </div>
  );
}
