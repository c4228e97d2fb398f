'use client';
import { useState } from 'react';
import { useActiveHandlers } from '@/components/shared/keyboard/handlers';
import { type Shortcut, scopeLabels, scopes, shortcuts } from '@/components/shared/keyboard/registry';
import { currentPreference, setPreference } from '@/components/shared/preferences';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';

/** The shortcuts that act on this screen, from the registry, and the switch for single keys. */
export function ShortcutDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Shortcuts of this screen" size="large">
      {open ? <SheetBody /> : null}
    </Dialog>
  );
}

function SheetBody() {
  const [singleKeys, setSingleKeys] = useState(() => currentPreference('singleKeys'));
  const active = new Set<string>(useActiveHandlers().map((handler) => handler.id));
  const all: readonly Shortcut[] = shortcuts;
  const shown = all.filter((shortcut) => active.has(shortcut.id));
  const change = (on: boolean) => {
    const next = on ? 'on' : 'off';
    setPreference('singleKeys', next);
    setSingleKeys(next);
  };
  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-1 gap-6 sm:grid-cols-2">
        {scopes.map((scope) => (
          <ScopeList
            key={scope}
            title={scopeLabels[scope]}
            rows={shown.filter((shortcut) => shortcut.scopes[0] === scope)}
          />
        ))}
      </div>
      <div className="flex items-center gap-3 border-border border-t pt-4">
        <Switch id="single-keys" checked={singleKeys === 'on'} onCheckedChange={change} />
        <Label htmlFor="single-keys">Single keys and sequences</Label>
        <span className="text-muted text-sm">Combinations with ⌘ or Ctrl always act.</span>
      </div>
    </div>
  );
}

function ScopeList({ title, rows }: { title: string; rows: readonly Shortcut[] }) {
  if (rows.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium text-subtle text-xs">{title}</h3>
      <dl>
        {rows.map((row) => (
          <div key={row.id} className="flex min-h-toolbar items-center justify-between gap-4">
            <dt>{row.label}</dt>
            <dd className="flex items-center gap-1.5 text-subtle">
              {row.keys.map((keys, index) => (
                <span key={keys} className="flex items-center gap-1.5">
                  {index > 0 ? 'or' : null}
                  <Kbd keys={keys} />
                  <span className="sr-only">{keys}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
