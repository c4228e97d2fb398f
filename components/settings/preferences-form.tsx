'use client';
import { useQuery } from '@tanstack/react-query';
import { useTheme } from 'next-themes';
import { setPreference } from '@/components/shared/preferences';
import { Combobox } from '@/components/ui/combobox';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Label } from '@/components/ui/label';
import { RadioCards } from '@/components/ui/radio-cards';
import { SkeletonRows } from '@/components/ui/skeleton';
import { Switch } from '@/components/ui/switch';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';
import { preferencesOptions, useUpdatePreferences } from '@/lib/client/preferences';
import type { PreferencesView, UpdatePreferencesRequest } from '@/lib/contracts/preferences';

/** The reader's own preferences; each acts and is saved at once, and goes back when it could not be saved. */
export function PreferencesForm() {
  const query = useQuery(preferencesOptions());
  if (query.data) return <Choices view={query.data} />;
  if (query.error) return <ErrorBanner onRetry={() => void query.refetch()}>{wordsFor(query.error)}</ErrorBanner>;
  return <SkeletonRows rows={5} />;
}

const timeZones = () =>
  Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

function Choices({ view }: { view: PreferencesView }) {
  const update = useUpdatePreferences();
  const { setTheme } = useTheme();
  const apply = ({ theme, density, palette, singleKeys }: PreferencesView) => {
    setTheme(theme);
    setPreference('density', density);
    setPreference('palette', palette);
    setPreference('singleKeys', singleKeys);
  };
  const change = (request: UpdatePreferencesRequest) => {
    apply({ ...view, ...withoutAbsent(request) });
    update.mutate(request, {
      onError: (error) => {
        apply(view);
        notifyFailure('Not saved', { description: wordsFor(error), retry: () => change(request) });
      },
    });
  };
  const shown = update.isPending ? { ...view, ...withoutAbsent(update.variables) } : view;
  return (
    <div className="flex max-w-xl flex-col gap-6">
      <Group title="Theme">
        <RadioCards
          label="Theme"
          columns={3}
          value={shown.theme}
          onValueChange={(theme) => change({ theme })}
          options={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Group>
      <Group title="Density">
        <RadioCards
          label="Density"
          columns={2}
          value={shown.density}
          onValueChange={(density) => change({ density })}
          options={[
            { value: 'compact', label: 'Compact', hint: 'Rows of 32 pixels' },
            { value: 'comfortable', label: 'Comfortable', hint: 'Rows of 40 pixels' },
          ]}
        />
      </Group>
      <Toggle
        label="Single keys"
        hint="Act on j, k, c and sequences such as g e. Combinations with ⌘ or Ctrl always work."
        checked={shown.singleKeys === 'on'}
        onChange={(on) => change({ singleKeys: on ? 'on' : 'off' })}
      />
      <Toggle
        label="Colour-blind palette"
        hint="Blue and orange instead of green and red for what was added and removed."
        checked={shown.palette === 'colour-blind'}
        onChange={(on) => change({ palette: on ? 'colour-blind' : 'standard' })}
      />
      <Field label="Time zone" hint="For dates and times. Without a choice, the one of your browser.">
        {(control) => (
          <Combobox
            {...control}
            options={timeZones()}
            value={shown.timeZone ? [{ value: shown.timeZone, label: shown.timeZone.replaceAll('_', ' ') }] : []}
            placeholder="As the browser"
            onChange={(chosen) => change({ timeZone: chosen[0]?.value ?? null })}
          />
        )}
      </Field>
      <p role="status" className="h-5 text-added text-sm">
        {update.isSuccess ? 'Saved' : ''}
      </p>
    </div>
  );
}

function withoutAbsent(request: UpdatePreferencesRequest): Partial<PreferencesView> {
  return Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined));
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-col gap-2">
      <p className="font-medium text-sm">{title}</p>
      {children}
    </div>
  );
}

function Toggle({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  const id = `preference-${label.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex flex-col gap-1">
        <Label htmlFor={id}>{label}</Label>
        <p id={`${id}-hint`} className="text-sm text-subtle">
          {hint}
        </p>
      </div>
      <Switch id={id} aria-describedby={`${id}-hint`} checked={checked} onCheckedChange={onChange} />
    </div>
  );
}
