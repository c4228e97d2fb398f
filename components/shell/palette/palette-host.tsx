'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import type { PlanPlace } from '@/lib/client/items';
import { searchIndexOptions } from '@/lib/client/search';
import { whenIdle } from './when-idle';

const load = () => import('./palette');
const Palette = dynamic(() => load().then((module) => module.Palette), { ssr: false });

export interface PaletteHostProps {
  place: PlanPlace;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Opens ⌘K. Its code and the plan's index are read while the browser is idle, so that the first key finds them there. */
export function PaletteHost({ place, open, onOpenChange }: PaletteHostProps) {
  const client = useQueryClient();
  const { workspace, plan } = place;
  useShortcut('palette.open', () => onOpenChange(!open), { inLayer: true });
  useEffect(
    () =>
      whenIdle(async () => {
        const { prepareIndex } = await import('./prepared-index');
        await load();
        const data = await client.query(searchIndexOptions({ workspace, plan })).catch(() => undefined);
        if (data) whenIdle(() => prepareIndex(data));
      }),
    [client, workspace, plan],
  );
  return open ? <Palette place={place} onClose={() => onOpenChange(false)} /> : null;
}
