import { type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';

/** A dialog whose script comes when it is first opened, and stays from then on, so that it can be seen to close. */
export function onDemand<Props extends { readonly open: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const Loaded = lazy(async () => ({ default: await load() }));
  return (props) => (
    <Opened open={props.open}>
      <Loaded {...props} />
    </Opened>
  );
}

function Opened({ open, children }: { open: boolean; children: ReactNode }) {
  const [asked, setAsked] = useState(open);
  if (open && !asked) setAsked(true);
  return asked ? <Suspense fallback={null}>{children}</Suspense> : null;
}
