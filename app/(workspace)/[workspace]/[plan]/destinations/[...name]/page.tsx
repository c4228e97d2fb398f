import type { ItemPageProps } from '../../_items/address';
import { ItemPage, itemMetadata } from '../../_items/item-page';

export const generateMetadata = (props: ItemPageProps) => itemMetadata('destination', props);

/** One of the plan's destinations. */
export default function Page(props: ItemPageProps) {
  return <ItemPage kind="destination" {...props} />;
}
