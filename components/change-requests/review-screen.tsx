'use client';
import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Attendance } from '@/components/shared/attendance/attendance';
import type { DiffLayout } from '@/components/shared/diff/prose-diff';
import { usePeek } from '@/components/shared/peek';
import { usePlan } from '@/components/shared/plan-context';
import { gridHref } from '@/components/shared/plan-href';
import { RolloutSection } from '@/components/shared/rollout/rollout-section';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { notify } from '@/components/ui/toast';
import { changeRequestOptions } from '@/lib/client/change-requests';
import type { ChangeRequestView, ChangeRow, ChangeView } from '@/lib/contracts/change-requests';
import { AffectedItems } from './review/affected-items';
import type { CardPort } from './review/card-props';
import { ChangeCard } from './review/change-card';
import { ChangeList, type ChangeListHandle } from './review/change-list';
import { ChangeTree } from './review/change-tree';
import { NoChanges } from './review/no-changes';
import { ReviewHeader } from './review/review-header';
import { ReviewLead } from './review/review-lead';
import { type Cursor, shownChanges, stopsIn, whyNot } from './review/review-rows';
import { ReviewToolbar } from './review/review-toolbar';
import { useChangeActions } from './review/use-change-actions';
import { useItemAt } from './review/use-item-at';
import { useMedia } from './review/use-media';
import { useReadChanges } from './review/use-read-changes';
import { useReviewCursor } from './review/use-review-cursor';
import { useReviewKeys } from './review/use-review-keys';
import { useSinceReview } from './review/use-since-review';
import { useViewed } from './review/use-viewed';
import { RequestThreads } from './review-side/request-threads';
import { ReviewRail } from './review-side/review-rail';
import { useStored } from './use-stored';

export interface ReviewScreenProps {
  readonly planId: string;
  readonly first: ChangeRequestView;
  /** Those that stand in the window at first; the others are asked for when they come into it. */
  readonly diffs: readonly ChangeView[];
}

// Moving the cursor draws the screen anew; what stands beside the diff has no part in that.
const Header = memo(ReviewHeader);
const Lead = memo(ReviewLead);
const Toolbar = memo(ReviewToolbar);
const Rail = memo(ReviewRail);
const Threads = memo(RequestThreads);
const Affected = memo(AffectedItems);

const isLayout = (value: unknown): value is DiffLayout => value === 'side' || value === 'unified';

/** The review of one change request: what changes and why at the centre, the way to it at the left, the decision at the right. */
export function ReviewScreen({ planId, first, diffs }: ReviewScreenProps) {
  const plan = usePlan();
  useReadChanges(plan, first.number, diffs);
  // The page may have been read minutes before the press on its link: what it brought is shown, and asked for anew.
  const query = useQuery({
    ...changeRequestOptions(plan, first.number),
    initialData: first,
    refetchOnMount: 'always',
  });
  const { data: view, refetch } = query;
  const retry = useCallback(() => void refetch(), [refetch]);
  const { number, changes } = view;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<ChangeListHandle>(null);
  const { open: openPeek } = usePeek();
  const { cursor, setCursor, loud, setLoud, since, setSince } = useReviewCursor(changes);
  const edited = useSinceReview(plan.userId, view);
  const viewed = useViewed(plan.userId, view.id, changes);
  const { stateOf, mark } = viewed;
  const [layout, setLayout] = useStored<DiffLayout>('wm-diff-layout', 'side', isLayout);
  const isWide = useMedia('(min-width: 900px)');
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>({});
  const [commenting, setCommenting] = useState<Cursor | null>(null);
  const [menuOf, setMenuOf] = useState<string | null>(null);
  const [isTreeOpen, setTreeOpen] = useState(false);
  const openTree = useCallback(() => setTreeOpen(true), []);
  const actions = useChangeActions(number);

  const only = since ? edited : null;
  const shown = useMemo(() => shownChanges(changes, { loudOnly: loud, only }), [changes, loud, only]);
  const isFolded = useCallback(
    (change: ChangeRow) => folds[change.itemId] ?? stateOf(change) === 'viewed',
    [folds, stateOf],
  );
  const stops = useMemo(() => stopsIn(shown, isFolded), [shown, isFolded]);
  const goTo = useCallback(
    (next: Cursor) => {
      setCursor(next);
      list.current?.reveal(next);
    },
    [setCursor],
  );
  const port = useMemo(
    (): CardPort => ({
      mark: (change, isViewed) => {
        mark(change, isViewed);
        setFolds(({ [change.itemId]: _, ...rest }) => rest);
        setCursor({ itemId: change.itemId, field: null });
      },
      fold: (change, folded) => setFolds((before) => ({ ...before, [change.itemId]: folded })),
      comment: (at) => {
        setCommenting(at);
        if (at) setCursor(at);
      },
      openMenu: setMenuOf,
      peek: openPeek,
    }),
    [mark, setCursor, openPeek],
  );
  const editRefusal = whyNot(view, 'edit');
  const gridLink = ({ kind }: ChangeRow) => gridHref({ ...plan, editing: number }, { kind, only: 'request' });
  useReviewKeys({
    ...{ changes: shown, stops, cursor, goTo },
    toggleViewed: (change) => {
      const isViewed = stateOf(change) !== 'viewed';
      port.mark(change, isViewed);
      // The row that had the focus folds away with the card.
      goTo({ itemId: change.itemId, field: null });
      const seen = viewed.progress.seen + (isViewed ? 1 : -1);
      announce(`${isViewed ? 'Viewed' : 'Not viewed'}: ${seen} of ${changes.length}`);
    },
    comment: (at) => {
      const change = shown.find((one) => one.itemId === at.itemId);
      if (change && isFolded(change)) port.fold(change, false);
      port.comment(at);
    },
    edit: (change) => (editRefusal === undefined ? actions.openEditor(change) : notify(editRefusal)),
    openMenu: setMenuOf,
    toggleLayout: () => isWide && setLayout(layout === 'side' ? 'unified' : 'side'),
    toggleLoud: () => setLoud(!loud),
  });
  // The address may lead to one change: go there once, when the page opens.
  const start = useRef(cursor);
  useEffect(() => {
    if (start.current) list.current?.reveal(start.current);
  }, []);

  const { lockVersion, moves, author } = view;
  const request = useMemo(() => ({ number, lockVersion, moves, author }), [number, lockVersion, moves, author]);
  const of = (at: Cursor | null, itemId: string) => (at?.itemId === itemId ? at.field : undefined);
  const tree = (onPick: (cursor: Cursor) => void) => (
    <ChangeTree changes={shown} cursor={cursor} stateOf={stateOf} onPick={onPick} />
  );
  const itemAt = useItemAt(scroller, cursor?.itemId ?? null);
  return (
    <Attendance number={number} itemId={itemAt} isEditing={false}>
      <div className="flex min-h-0 flex-1 flex-col max-sm:pb-16" data-print="flow">
        <Header view={view} place={plan} whyNot={editRefusal} viewed={viewed.progress} />
        <div ref={scroller} className="@container-[size] min-h-0 flex-1 overflow-y-auto" data-print="flow">
          <div className="grid @3xl:grid-cols-[14rem_minmax(0,1fr)] @5xl:grid-cols-[14rem_minmax(0,1fr)_19rem] gap-x-6 px-4 lg:px-6">
            <nav
              aria-label="Changes"
              className="sticky top-0 flex h-[100cqh] flex-col self-start @max-3xl:hidden py-3"
              data-print="hide"
            >
              {changes.length > 0 ? tree(goTo) : null}
            </nav>
            <div className="min-w-0">
              <Lead view={view} place={plan} error={query.error} onRetry={retry} isRetrying={query.isFetching} />
              {changes.length === 0 ? (
                <NoChanges planId={planId} number={number} whyNot={editRefusal} />
              ) : (
                <Toolbar
                  progress={viewed.progress}
                  loud={loud}
                  onLoud={setLoud}
                  editedSince={edited?.size ?? null}
                  since={since}
                  onSince={setSince}
                  layout={layout}
                  isWide={isWide}
                  onLayout={setLayout}
                  onTree={openTree}
                  gridHref={editRefusal === undefined && changes[0] ? gridLink(changes[0]) : null}
                />
              )}
              {changes.length > 0 && shown.length === 0 ? (
                <EmptyState
                  action={
                    <Button
                      onClick={() => {
                        setLoud(false);
                        setSince(false);
                      }}
                    >
                      Show all changes
                    </Button>
                  }
                >
                  {loud
                    ? 'No change here alters a meaning or breaks anything.'
                    : 'Nothing was edited since your last review.'}
                </EmptyState>
              ) : null}
              <ChangeList changes={shown} isFolded={isFolded} scroller={scroller} handle={list}>
                {(change) => (
                  <ChangeCard
                    place={plan}
                    change={change}
                    request={request}
                    layout={isWide ? layout : 'unified'}
                    state={stateOf(change)}
                    isFolded={isFolded(change)}
                    focused={of(cursor, change.itemId)}
                    commenting={of(commenting, change.itemId)}
                    isMenuOpen={menuOf === change.itemId}
                    port={port}
                  />
                )}
              </ChangeList>
              <Affected view={view} onPeek={openPeek} />
              {view.mergedRelease === null ? null : <RolloutSection release={view.mergedRelease} />}
              <Threads place={plan} number={number} />
            </div>
            <aside
              aria-label="Decision"
              className="@3xl:@max-5xl:col-start-2 @5xl:sticky @5xl:top-0 @5xl:max-h-[100cqh] min-w-0 @5xl:self-start @5xl:overflow-y-auto py-4"
            >
              <Rail view={view} place={plan} />
            </aside>
          </div>
        </div>
        <Dialog open={isTreeOpen} onOpenChange={setTreeOpen} title="Changes" size="small">
          <div className="-mx-2 flex max-h-[60vh] flex-col">
            {tree((next) => {
              setTreeOpen(false);
              goTo(next);
            })}
          </div>
        </Dialog>
      </div>
    </Attendance>
  );
}
