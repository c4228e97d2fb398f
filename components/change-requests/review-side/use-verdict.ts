'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Named, storedText } from '@/components/shared/mentions/mentions';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { useMove } from '@/lib/client/change-requests';
import type { PlanPlace } from '@/lib/client/items';
import { memberChoicesOptions } from '@/lib/client/members';
import type { ChangeRequestView } from '@/lib/contracts/change-requests';
import type { VerdictKind } from '@/lib/domain/review/change-request';
import { mentionsIn } from '@/lib/domain/review/mentions';
import { type Read, withVerdict } from './decide';

/** A verdict as its giver leaves it. */
export interface GivenVerdict {
  readonly kind: VerdictKind;
  readonly body: string;
  /** What an approval covers; `null` for all that its giver may approve. */
  readonly covers: readonly Read[] | null;
}

const said: Record<VerdictKind, string> = {
  approve: 'Approved',
  'request-changes': 'Changes requested',
  comment: 'Comment posted',
};

/** Gives a verdict once, however often it is sent; it shows at once and goes again when the server refuses. */
export function useVerdict(place: PlanPlace, view: ChangeRequestView) {
  const { userId, role } = usePlan();
  const who = { userId, role };
  const client = useQueryClient();
  const named = useRef<Named[]>([]);
  const foresee = (now: ChangeRequestView, kind: VerdictKind, body = '', covers = 0) =>
    withVerdict(now, { kind, body, mentions: named.current, covers }, who, new Date());
  const approve = useMove(place, view.number, 'approve', (now, { body, covers }) =>
    foresee(now, 'approve', body, covers?.length),
  );
  const requestChanges = useMove(place, view.number, 'request-changes', (now, { body }) =>
    foresee(now, 'request-changes', body),
  );
  const comment = useMove(place, view.number, 'comment', (now, { body }) => foresee(now, 'comment', body));
  const sending = useRef(false);
  const [isPending, setPending] = useState(false);

  /** Sends the verdict; the answer is what went wrong, or nothing. */
  const give = async ({ kind, body: written, covers }: GivenVerdict, lockVersion: number): Promise<unknown> => {
    if (sending.current) return undefined;
    sending.current = true;
    setPending(true);
    try {
      const members = written.includes('@')
        ? await client.ensureQueryData(memberChoicesOptions(place.workspace))
        : { items: [] };
      const body = storedText(written, members.items);
      const ids = mentionsIn(body);
      named.current = members.items.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
      if (kind === 'approve') {
        const read = covers?.map(({ itemId, digest, baseDigest }) => ({ itemId, digest, baseDigest })) ?? null;
        await approve.mutateAsync({ body: { body, covers: read }, lockVersion });
      } else if (kind === 'request-changes') await requestChanges.mutateAsync({ body: { body }, lockVersion });
      else await comment.mutateAsync({ body: { body }, lockVersion });
      announce(said[kind]);
      return undefined;
    } catch (error) {
      return error;
    } finally {
      sending.current = false;
      setPending(false);
    }
  };
  return { give, isPending };
}
