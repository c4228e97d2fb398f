import type { ReactNode } from 'react';
import type { SearchDocument } from '@/lib/contracts/search';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import type { Highlights } from '@/lib/domain/search/highlight';

/** An item as the palette shows it, with what to mark when it was searched for. */
export interface FoundItem extends Pick<SearchDocument, 'id' | 'name' | 'namespace' | 'meaning' | 'lifecycle'> {
  readonly kind: ItemKind;
  readonly highlights?: Highlights;
  /** The synonym by which it was found, if by nothing that was typed. */
  readonly synonym?: string | null;
}

/** Something that Enter can take: an address to open, or an action to run. */
export interface PaletteOption {
  readonly value: string;
  readonly content: ReactNode;
  readonly href?: string;
  readonly run?: () => void;
  /** Present for items: Tab shows its meaning, → lists what can be done with it. */
  readonly item?: FoundItem;
}

/** Options under one heading. */
export interface PaletteGroup {
  readonly label: string;
  readonly options: readonly PaletteOption[];
}
