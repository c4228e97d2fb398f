import type { ItemPageProps } from '../../_items/address';
import { ItemPage, itemMetadata } from '../../_items/item-page';

export const generateMetadata = (props: ItemPageProps) => itemMetadata('property', props);

/** One of the plan's properties. */
export default function Page(props: ItemPageProps) {
  return <ItemPage kind="property" {...props} />;
}
