import type { DiffLayout } from '@/components/shared/diff/prose-diff';
import type { PlanPlace } from '@/lib/client/items';
import type { ChangeRequestView, ChangeRow } from '@/lib/contracts/change-requests';
import type { Cursor } from './review-rows';

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
