import type { ItemPageProps } from '../../_items/address';
import { ItemPage, itemMetadata } from '../../_items/item-page';

export const generateMetadata = (props: ItemPageProps) => itemMetadata('consumer', props);

/** One of the plan's consumers. */
export default function Page(props: ItemPageProps) {
  return <ItemPage kind="consumer" {...props} />;
}
