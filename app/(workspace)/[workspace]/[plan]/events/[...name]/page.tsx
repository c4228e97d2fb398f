import type { ItemPageProps } from '../../_items/address';
import { ItemPage, itemMetadata } from '../../_items/item-page';

export const generateMetadata = (props: ItemPageProps) => itemMetadata('event', props);

/** One of the plan's events. */
export default function Page(props: ItemPageProps) {
  return <ItemPage kind="event" {...props} />;
}
