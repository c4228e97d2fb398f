import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AttendanceView } from '@/lib/contracts/attendance';
import { beatEveryMs, goneAfterMs } from '@/lib/domain/review/attendance';
import { changeRequestPath } from './change-requests';
import { api, newIdempotencyKey } from './http';
import type { PlanPlace } from './items';

const contract = () => import('@/lib/contracts/attendance');

/** Key of who is in a request. */
export function attendanceKey(place: PlanPlace, number: number) {
  return ['attendance', place.workspace, place.plan, number] as const;
}

/** Where somebody is in a request: on one of its items or on the whole, looking or writing. */
export interface At {
  readonly itemId: string | null;
  readonly isEditing: boolean;
}

type People = AttendanceView['people'];
const nobody: People = [];
/** Who walks through a list is where they come to rest. */
const restedMs = 300;
/** From one page of a request to the next takes a moment, in which nobody has left. */
const betweenPagesMs = 1_000;

/**
 * Says, while this page is looked at, where its reader is in a request, and answers who else is there. Each beat is
 * answered with the others, so that without a stream they are only seen a little later.
 */
export function useAttendance(place: PlanPlace, number: number | null, at: At): People {
  const client = useQueryClient();
  const latest = useRef(at);
  latest.current = at;
  const said = useRef('');
  const [tab] = useState(newIdempotencyKey);
  const path = number === null ? null : `${changeRequestPath(place, number)}/attendance`;
  const queryKey = attendanceKey(place, number ?? 0);
  const { data, dataUpdatedAt, refetch } = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<AttendanceView> => {
      // Told of others while nobody looks at this tab: whoever is elsewhere does not say that they are here.
      if (document.hidden) return client.getQueryData<AttendanceView>(queryKey) ?? { people: nobody };
      said.current = JSON.stringify(latest.current);
      const schema = async () => (await contract()).attendanceViewSchema;
      return api(path ?? '', { method: 'PUT', body: { tab, ...latest.current }, schema, signal });
    },
    enabled: path !== null,
    refetchInterval: beatEveryMs,
    refetchOnWindowFocus: 'always',
    placeholderData: () => undefined,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });

  const key = JSON.stringify(at);
  useEffect(() => {
    if (path === null || said.current === key || said.current === '') return;
    const timer = setTimeout(() => void refetch(), restedMs);
    return () => clearTimeout(timer);
  }, [path, key, refetch]);

  const leaving = useRef(new Map<string, () => void>());
  useEffect(() => {
    if (path === null) return;
    leaving.current.get(path)?.();
    const leave = () => {
      const done = api(path, { method: 'DELETE', query: { tab }, keepalive: true });
      // Whoever cannot say so is forgotten a little later.
      done.catch(() => undefined);
    };
    window.addEventListener('pagehide', leave);
    return () => {
      const stay = () => {
        clearTimeout(timer);
        window.removeEventListener('pagehide', leave);
      };
      const timer = setTimeout(() => {
        stay();
        leave();
      }, betweenPagesMs);
      leaving.current.set(path, stay);
    };
  }, [path, tab]);

  const [isOld, setOld] = useState(false);
  useEffect(() => {
    setOld(false);
    const timer = setTimeout(() => setOld(true), dataUpdatedAt + goneAfterMs - Date.now());
    return () => clearTimeout(timer);
  }, [dataUpdatedAt]);
  return isOld ? nobody : (data?.people ?? nobody);
}
