'use client';
import { BellOff, Eye } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Button } from '@/components/ui/button';
import {
  DropdownMenu,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/components/ui/dropdown-menu';
import { IconButton } from '@/components/ui/icon-button';
import { type WatchLevel, watchLevels } from '@/lib/domain/watch/target';
import { levelWords, pausedHint } from './levels';
import { useWatching } from './use-watching';

/** The levels of one watch, within a menu. */
export function LevelChoice({
  level,
  isItem = false,
  onLevel,
}: {
  level: WatchLevel | null;
  /** Whether muting silences also what one owns. */
  isItem?: boolean;
  onLevel: (level: WatchLevel | null) => void;
}) {
  const offered = watchLevels.filter((one) => isItem || one !== 'participating');
  return (
    <>
      <MenuRadioGroup
        value={level ?? ''}
        onValueChange={(value) => onLevel(watchLevels.find((one) => one === value) ?? null)}
      >
        {offered.map((one) => (
          <MenuRadioItem key={one} value={one}>
            <span className="flex min-w-0 flex-col">
              <span>{levelWords[one].label}</span>
              <span className="text-subtle text-xs">
                {one === 'none' && !isItem ? pausedHint : levelWords[one].hint}
              </span>
            </span>
          </MenuRadioItem>
        ))}
      </MenuRadioGroup>
      {level === null ? null : (
        <>
          <MenuSeparator />
          <MenuItem icon={<BellOff aria-hidden />} onSelect={() => onLevel(null)}>
            Stop watching
          </MenuItem>
        </>
      )}
    </>
  );
}

/** Watches anything of the plan that is no item: a value, a tag, a source, a filter, the plan itself. */
export function WatchMenu({
  target,
  name,
  label,
  compact = false,
  defaultOpen = false,
}: {
  /** As it stands in an address: `tag:checkout`. */
  target: string;
  /** What stands after "You watch". */
  name: string;
  /** On the button; where it is compact, only read aloud. */
  label: string;
  compact?: boolean;
  /** For one that is made when it is asked for. */
  defaultOpen?: boolean;
}) {
  const { level, set } = useWatching(usePlan(), target, name);
  const [isOpen, setOpen] = useState(defaultOpen);
  const isOn = level !== null && level !== 'none';
  const icon: ReactNode = level === 'none' ? <BellOff aria-hidden /> : <Eye aria-hidden />;
  const says = level === null ? label : level === 'none' ? `${name} is muted` : `You watch ${name}`;
  return (
    <DropdownMenu
      open={isOpen}
      onOpenChange={setOpen}
      label={`What you hear of ${name}`}
      trigger={
        compact ? (
          <IconButton label={says} className={isOn ? 'text-accent' : 'text-subtle'}>
            {icon}
          </IconButton>
        ) : (
          <Button size="toolbar" variant="ghost">
            {icon}
            {level === null ? label : level === 'none' ? 'Muted' : 'Watching'}
          </Button>
        )
      }
    >
      <MenuLabel>Tell me of {name}</MenuLabel>
      <LevelChoice level={level} onLevel={(next) => set(next)} />
    </DropdownMenu>
  );
}
