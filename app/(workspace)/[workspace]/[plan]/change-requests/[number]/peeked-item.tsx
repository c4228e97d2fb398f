'use client';
import { PeekItem } from '@/components/items/peek-item';
import { usePeek } from '@/components/shared/peek';

/** The item that the address peeks at, as the plan has it now. */
export function PeekedItem() {
  const { peek, close } = usePeek();
  return peek ? <PeekItem id={peek} at={null} onClose={close} /> : null;
}
