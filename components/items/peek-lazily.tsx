'use client';
import dynamic from 'next/dynamic';
import { whenPresent } from '@/components/ui/when-present';

const load = () => import('./peek-item');

/** The panel that shows an item beside a page; it is fetched ahead, or comes with the first press. */
export const PeekItem = dynamic(() => load().then((module) => module.PeekItem), { ssr: false });

/** Fetches the panel ahead, so that the first press finds it. */
export function preparePeek(): () => void {
  return whenPresent(() => void load().catch(() => undefined));
}
