import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { newQueryClient } from '@/lib/client/query-client';

/** Hands what the server read to the queries of the page, so that nothing on it waits. */
export function Seeded({
  data,
  children,
}: {
  data: readonly (readonly [key: readonly unknown[], value: unknown])[];
  children: ReactNode;
}) {
  const client = newQueryClient();
  for (const [key, value] of data) {
    if (value !== undefined) client.setQueryData(key, value);
  }
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
