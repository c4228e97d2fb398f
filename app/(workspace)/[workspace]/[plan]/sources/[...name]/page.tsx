import type { ItemPageProps } from '../../_items/address';
import { ItemPage, itemMetadata } from '../../_items/item-page';

export const generateMetadata = (props: ItemPageProps) => itemMetadata('source', props);

/** One of the plan's sources. */
export default function Page(props: ItemPageProps) {
  return <ItemPage kind="source" {...props} />;
}
