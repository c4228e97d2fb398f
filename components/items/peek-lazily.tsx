'use client';
import dynamic from 'next/dynamic';

const load = () => import('./peek-item');

/** The panel that shows an item beside a page; it comes with the first press, or when the page has nothing better to do. */
export const PeekItem = dynamic(() => load().then((module) => module.PeekItem), { ssr: false });

/** Fetches the panel ahead, so that the first press finds it. */
export function preparePeek(): () => void {
  const timer = setTimeout(() => void load(), 1_500);
  return () => clearTimeout(timer);
}
