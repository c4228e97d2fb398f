import type { Metadata } from 'next';
import type { PlanPageProps } from '../_items/address';
import { ItemListPage } from '../_items/item-list-page';

export const metadata: Metadata = { title: 'Sources' };

/** Sources of the plan. */
export default function Page(props: PlanPageProps) {
  return <ItemListPage kind="source" {...props} />;
}
