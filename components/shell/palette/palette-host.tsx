'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { type ComponentType, useEffect, useState } from 'react';
import { askedAt } from '@/components/shared/as-of-words';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { whenPresent } from '@/components/ui/when-present';
import type { PlanPlace } from '@/lib/client/items';
import { searchIndexOptions } from '@/lib/client/search';
import type { PaletteProps } from './palette';

const load = () => import('./palette');

export interface PaletteHostProps {
  place: PlanPlace;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Opens ⌘K. Its code and the plan's index are read ahead, so that the first key finds them. */
export function PaletteHost({ place, open, onOpenChange }: PaletteHostProps) {
  const client = useQueryClient();
  const { workspace, plan } = place;
  const at = askedAt(useSearchParams().get('at'));
  // Kept here rather than loaded lazily while rendering: once read, it opens in the very frame of the key.
  const [Palette, setPalette] = useState<ComponentType<PaletteProps>>();
  useShortcut('palette.open', () => onOpenChange(!open), { inLayer: true });
  useEffect(
    () =>
      whenPresent(async () => {
        const [module, { prepareIndex }] = await Promise.all([load(), import('./prepared-index')]);
        setPalette(() => module.Palette);
        const data = await client.query(searchIndexOptions({ workspace, plan }, at)).catch(() => undefined);
        if (data) whenPresent(() => prepareIndex(data));
      }),
    [client, workspace, plan, at],
  );
  useEffect(() => {
    if (open) load().then((module) => setPalette(() => module.Palette));
  }, [open]);
  return open && Palette ? <Palette place={place} at={at} onClose={() => onOpenChange(false)} /> : null;
}
