'use client';
import { useQueryClient } from '@tanstack/react-query';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { hearLive } from '@/lib/client/live';
import { refresh, refreshAll } from '@/lib/client/live-news';
import { setLive } from '@/lib/client/live-pace';
import type { LiveChange } from '@/lib/contracts/live';

/** Changes of one moment are read again together, not in the same moment by every browser. */
const gatherMs = 100;
const spreadMs = 250;

/** Brings what others do onto the screen as it happens, without a word and without moving anything. */
export function LiveUpdates({ workspace, seq }: { workspace: string; seq: number }) {
  const client = useQueryClient();
  const router = useRouter();
  const pathname = usePathname();
  const here = useRef(pathname);
  here.current = pathname;
  const first = useRef(seq);

  useEffect(() => {
    let gathered: LiveChange[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    /** Pages of a plan are made on the server; those of change requests read for themselves and hold drafts. */
    const isPageOf = (plan: string | null) =>
      here.current.startsWith(plan === null ? `/${workspace}/` : `/${workspace}/${plan}/`) &&
      !here.current.includes('/change-requests') &&
      !here.current.startsWith(`/${workspace}/settings`);
    const flush = () => {
      const changes = gathered;
      gathered = [];
      timer = undefined;
      refresh(client, workspace, changes);
      const isOld = changes.some(({ action, plan }) => action === 'change-request.merged' && isPageOf(plan));
      if (isOld) router.refresh();
    };
    const stop = hearLive(workspace, first.current, {
      changed: (change) => {
        gathered.push(change);
        timer ??= setTimeout(flush, gatherMs + Math.random() * spreadMs);
      },
      missed: () => {
        refreshAll(client, workspace);
        if (isPageOf(null)) router.refresh();
      },
      up: setLive,
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, router, workspace]);
  return null;
}
