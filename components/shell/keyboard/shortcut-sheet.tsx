'use client';
import { useState } from 'react';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { onDemand } from '@/components/ui/on-demand';

const ShortcutDialog = onDemand(async () => (await import('./shortcut-dialog')).ShortcutDialog);

/** The sheet that `?` opens. */
export function ShortcutSheet() {
  const [open, setOpen] = useState(false);
  useShortcut('help.shortcuts', () => setOpen(true));
  return <ShortcutDialog open={open} onOpenChange={setOpen} />;
}
