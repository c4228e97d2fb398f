'use client';
import { useRouter } from 'next/navigation';
import type { ShortcutId } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { proposeHref } from '@/components/shared/plan-href';
import { allPlaces } from './navigation';

/** The sequences that lead to places (`g e`), and `c` to propose. */
export function GoKeys({ workspace, plan }: { workspace: string; plan: string | null }) {
  const places = allPlaces(workspace, plan);
  return (
    <>
      {places.map((place) => (place.shortcut ? <GoKey key={place.id} id={place.shortcut} href={place.href} /> : null))}
      {plan === null ? null : <GoKey id="item.propose" href={proposeHref({ workspace, plan }, { kind: 'event' })} />}
    </>
  );
}

function GoKey({ id, href }: { id: ShortcutId; href: string }) {
  const router = useRouter();
  useShortcut(id, () => router.push(href));
  return null;
}
