'use client';
import { useEffect, useState } from 'react';
import { whenIdle } from './when-present';

/** Whether the page has stood long enough to have time for what nobody sees of it. */
export function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => setIdle(true)), []);
  return isIdle;
}
