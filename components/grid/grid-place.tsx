import { useTellItem } from '@/components/shared/attendance/attendance';
import { useRested } from '@/components/ui/use-rested';
import type { GridStore } from './grid-store';
import { useGridState } from './use-grid-state';

/** Arrow keys run through rows; where they stop is where one is. */
const restedMs = 400;

/** Tells others in the change request which row is worked on. */
export function GridPlace({ store }: { store: GridStore }) {
  const itemId = useGridState(store, ({ sheet, focus }) => sheet.rows[focus.row]?.itemId ?? null);
  useTellItem(useRested(itemId, restedMs));
  return null;
}
