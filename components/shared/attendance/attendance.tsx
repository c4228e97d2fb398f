'use client';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { type At, useAttendance } from '@/lib/client/attendance';
import type { AttendanceView } from '@/lib/contracts/attendance';

type People = AttendanceView['people'];

const Context = createContext<People>([]);
const Tell = createContext<(itemId: string | null) => void>(() => undefined);

interface Props extends At {
  /** The request this page shows; null while there is none yet. */
  readonly number: number | null;
  readonly children: ReactNode;
}

/** Tells the others in a change request where its reader is, and everything below who else is there. */
export function Attendance({ number, itemId, isEditing, children }: Props) {
  const [told, tell] = useState<string | null>(null);
  const people = useAttendance(usePlan(), number, { itemId: itemId ?? told, isEditing });
  return (
    <Tell value={tell}>
      <Context value={people}>{children}</Context>
    </Tell>
  );
}

/** Tells the page's `Attendance` which item its reader is at, from where that is known; the page is not drawn anew for it. */
export function useTellItem(itemId: string | null): void {
  const tell = useContext(Tell);
  useEffect(() => {
    tell(itemId);
    return () => tell(null);
  }, [tell, itemId]);
}

/** The others who are in the change request around, by name. */
export function usePeopleHere(): People {
  return useContext(Context);
}

/** The others who are at one item of it; those who write first. */
export function usePeopleAt(itemId: string): { id: string; name: string; isEditing: boolean }[] {
  return usePeopleHere()
    .flatMap(({ id, name, at }) => {
      const there = at.find((one) => one.itemId === itemId);
      return there ? [{ id, name, isEditing: there.isEditing }] : [];
    })
    .toSorted((a, b) => Number(b.isEditing) - Number(a.isEditing));
}
