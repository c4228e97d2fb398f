'use client';
import { usePeek } from '@/components/shared/peek';
import { PeekItem } from './peek-lazily';

/** The item that the address asks to peek at, on pages that are no list of items. */
export function PeekAsked({ at }: { at: string | null }) {
  const { peek, close } = usePeek();
  return peek ? <PeekItem id={peek} at={at} onClose={close} /> : null;
}
