'use client';
import { Check, PanelRight } from 'lucide-react';
import { ItemLink } from '@/components/shared/item-link';
import { KindIcon } from '@/components/shared/kind-icon';
import { SignificanceBadge } from '@/components/shared/significance-badge';
import { VersionBadge } from '@/components/shared/version-badge';
import { Badge } from '@/components/ui/badge';
import { IconButton } from '@/components/ui/icon-button';
import type { ChangeRow, ChangeView } from '@/lib/contracts/change-requests';
import { ThreadCount } from '../review-side/field-threads';

interface Props {
  readonly change: ChangeRow;
  readonly data: ChangeView | undefined;
  readonly state: 'unseen' | 'viewed' | 'edited';
  readonly onPeek: (itemId: string) => void;
}

/** What the changed item is called, its class and version, and where its reading stands. */
export function CardName({ change, data, state, onPeek }: Props) {
  const before = data?.before;
  const all = change.significances.length > 0 ? change.significances : [change.significance];
  // “New” says already that nothing which exists changes.
  const classes = change.operation === 'added' ? all.filter((one) => one !== 'additive') : all;
  return (
    <div className="flex min-w-0 flex-1 basis-56 flex-wrap items-center gap-x-2 gap-y-1">
      <h2 className="flex min-w-0 items-center gap-1.5">
        <KindIcon kind={change.kind} />
        {before ? (
          <ItemLink
            item={{
              ...{ id: before.id, kind: before.kind, namespace: before.namespace, name: before.name },
              ...{ displayName: '', meaning: before.content.meaning, lifecycle: '' },
            }}
            className="font-semibold"
          />
        ) : (
          <span className="min-w-0 break-words font-mono font-semibold text-sm">{change.name}</span>
        )}
        {before && before.name !== change.name ? (
          <>
            <span aria-hidden>→</span>
            <span className="sr-only">renamed to</span>
            <span className="break-words font-mono font-semibold text-sm">{change.name}</span>
          </>
        ) : null}
      </h2>
      {before ? (
        <IconButton label="Read it as it is now" className="@max-xl:hidden" onClick={() => onPeek(change.itemId)}>
          <PanelRight aria-hidden />
        </IconButton>
      ) : null}
      {change.operation === 'added' ? <Badge tone="added">New</Badge> : null}
      {change.operation === 'removed' ? <Badge tone="removed">Removed</Badge> : null}
      {classes.map((one) => (
        <SignificanceBadge key={one} significance={one} breaks={change.breaks} />
      ))}
      {change.version ? <VersionBadge version={change.version} before={change.versionBefore} /> : null}
      {change.conflict ? <Badge tone="changed">The plan changed it too</Badge> : null}
      {state === 'edited' ? <Badge tone="info">Edited since you viewed it</Badge> : null}
      <ThreadCount count={change.unresolvedThreads} />
      {change.approvedBy.length > 0 ? (
        <Badge tone="added" title={`Approved by ${change.approvedBy.join(', ')}`}>
          <Check aria-hidden />
          <span className="sr-only">Approved by </span>
          {change.approvedBy.join(', ')}
        </Badge>
      ) : null}
    </div>
  );
}
