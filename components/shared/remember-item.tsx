'use client';
import { useEffect } from 'react';
import { usePlan } from './plan-context';
import { type RecentItem, rememberItem } from './recent-items';

/** On an item's page: puts it at the head of what ⌘K offers before one types. */
export function RememberItem({ item }: { item: RecentItem }) {
  const plan = usePlan();
  useEffect(() => rememberItem(plan, item), [plan, item]);
  return null;
}
