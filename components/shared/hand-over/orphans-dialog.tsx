'use client';
import { useQuery } from '@tanstack/react-query';
import { QueryError } from '@/components/shared/query-error';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { SkeletonRows } from '@/components/ui/skeleton';
import { orphansOptions } from '@/lib/client/ownership';
import { ItemNames } from './item-names';
import { ProposeHandOver } from './propose-hand-over';

const words = {
  nobody: {
    title: 'Items without an owner',
    description:
      'Nobody is asked when they change, and nobody hears when their review is due. Properties belong with what uses them.',
    empty: 'Every item has an owner by now.',
  },
  gone: {
    title: 'Items whose owner is gone',
    description: 'The person has left, or the team was archived. Nobody is asked when they change.',
    empty: 'Every owner is here.',
  },
} as const;

interface Props {
  readonly workspace: string;
  readonly plan: { readonly slug: string; readonly name: string };
  readonly which: keyof typeof words;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** The items of a plan that nobody answers for, and the one step that gives them an owner. */
export function OrphansDialog({ open, onOpenChange, which, ...about }: Props) {
  const { title, description } = words[which];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      footer={<Button onClick={() => onOpenChange(false)}>Close</Button>}
    >
      <OrphanList which={which} {...about} />
    </Dialog>
  );
}

function OrphanList({ workspace, plan, which }: Pick<Props, 'workspace' | 'plan' | 'which'>) {
  const place = { workspace, plan: plan.slug };
  const query = useQuery(orphansOptions(place));
  if (query.error) return <QueryError query={query} />;
  if (!query.data) return <SkeletonRows rows={4} />;
  const { count, items } = query.data[which];
  if (count === 0) return <p className="text-base text-muted">{words[which].empty}</p>;
  return (
    <div className="flex flex-col gap-4">
      <ItemNames place={place} items={items} count={count} />
      <ProposeHandOver workspace={workspace} from={which} plans={[plan]} />
    </div>
  );
}
