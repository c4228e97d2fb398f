import type { ItemPageProps } from '../../_items/address';
import { ItemPage, itemMetadata } from '../../_items/item-page';

export const generateMetadata = (props: ItemPageProps) => itemMetadata('property-group', props);

/** One of the plan's groups. */
export default function Page(props: ItemPageProps) {
  return <ItemPage kind="property-group" {...props} />;
}
