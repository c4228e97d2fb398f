'use client';
import { useState } from 'react';
import { OrphansDialog } from '@/components/shared/hand-over/orphans-dialog';
import { Button } from '@/components/ui/button';
import type { Health } from '@/lib/contracts/home';
import { grouped } from '@/lib/kit/grouped';
import { rowStyle } from './row-style';

const labels = { gone: 'Items whose owner is gone', nobody: 'Items without an owner' } as const;

/** What nobody answers for in a plan, each with the step that ends it. */
export function OrphanRows({ workspace, health }: { workspace: string; health: Health }) {
  return (['gone', 'nobody'] as const)
    .filter((which) => health.orphans[which] > 0)
    .map((which) => <OrphanRow key={which} workspace={workspace} health={health} which={which} />);
}

function OrphanRow({ workspace, health, which }: { workspace: string; health: Health; which: keyof typeof labels }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li className={rowStyle}>
      <span className="min-w-0 truncate font-medium">{labels[which]}</span>
      <span className="ml-auto text-muted tabular-nums">{grouped(health.orphans[which])}</span>
      <Button size="toolbar" aria-label={`Hand over: ${labels[which]}`} onClick={() => setOpen(true)}>
        Hand over
      </Button>
      <OrphansDialog
        workspace={workspace}
        plan={{ slug: health.planSlug, name: health.planName }}
        which={which}
        open={isOpen}
        onOpenChange={setOpen}
      />
    </li>
  );
}
