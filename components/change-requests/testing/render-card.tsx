import { QueryClientProvider } from '@tanstack/react-query';
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { DiffLayout } from '@/components/shared/diff/prose-diff';
import { type PlanContext, PlanProvider } from '@/components/shared/plan-context';
import { TooltipProvider } from '@/components/ui/tooltip';
import { changeCodeOptions } from '@/lib/client/change-code';
import { changeOptions } from '@/lib/client/change-requests';
import { newQueryClient } from '@/lib/client/query-client';
import type { ChangeCodeView, CodeViewName } from '@/lib/contracts/change-code';
import type { ChangeRow, ChangeView } from '@/lib/contracts/change-requests';
import { ChangeCard } from '../review/change-card';
import { ChangeCode } from '../review/change-code';

const place = { workspace: 'fern', plan: 'shop' };
const plan: PlanContext = {
  ...place,
  planId: 'pl_1',
  planName: 'Shop',
  headRelease: 1,
  stages: [],
  role: 'approver',
  userId: 'us_1',
  editing: null,
};
const request = { number: 1, lockVersion: 1, moves: [], author: { id: 'us_2', name: 'Ada' } };
const nothing = () => undefined;
const router = {
  back: nothing,
  forward: nothing,
  refresh: nothing,
  push: nothing,
  replace: nothing,
  prefetch: nothing,
};
const port = { mark: nothing, fold: nothing, comment: nothing, openMenu: nothing, peek: nothing };

/** The card of a change as a review shows it, once its differences are read. */
export function cardMarkup(change: ChangeRow, view: ChangeView, layout: DiffLayout): string {
  const client = newQueryClient();
  client.setQueryData(changeOptions(place, request.number, change.itemId, change.digest).queryKey, view);
  return markupOf(
    client,
    <ChangeCard
      {...{ place, change, request, layout, port }}
      state="unseen"
      isFolded={false}
      focused={undefined}
      commenting={undefined}
      isMenuOpen={false}
    />,
  );
}

/** The tab of a card that reads its change as code. */
export function codeMarkup(change: ChangeRow, code: ChangeCodeView): string {
  const client = newQueryClient();
  const { queryKey } = changeCodeOptions(place, request.number, change.itemId, request.lockVersion, code.view);
  client.setQueryData(queryKey, code);
  return markupOf(client, <ChangeCode {...{ place, change, request }} view={code.view satisfies CodeViewName} />);
}

function markupOf(client: ReturnType<typeof newQueryClient>, children: ReactNode): string {
  return renderToStaticMarkup(
    <AppRouterContext value={router as never}>
      <QueryClientProvider client={client}>
        <TooltipProvider>
          <PlanProvider value={plan}>{children}</PlanProvider>
        </TooltipProvider>
      </QueryClientProvider>
    </AppRouterContext>,
  );
}
