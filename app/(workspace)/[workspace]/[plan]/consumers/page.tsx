import type { Metadata } from 'next';
import type { PlanPageProps } from '../_items/address';
import { ItemListPage } from '../_items/item-list-page';

export const metadata: Metadata = { title: 'Consumers' };

/** Consumers of the plan. */
export default function Page(props: PlanPageProps) {
  return <ItemListPage kind="consumer" {...props} />;
}
