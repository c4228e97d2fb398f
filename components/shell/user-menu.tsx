'use client';
import { Keyboard as KeyboardIcon, LogOut } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useEffect, useState } from 'react';
import { activeHandlers } from '@/components/shared/keyboard/handlers';
import { keysOf } from '@/components/shared/keyboard/registry';
import { currentPreference, setPreference } from '@/components/shared/preferences';
import { Avatar } from '@/components/ui/avatar';
import {
  DropdownMenu,
  MenuCheckboxItem,
  MenuItem,
  MenuLabel,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
} from '@/components/ui/dropdown-menu';
import { notifyFailure } from '@/components/ui/toast';
import { useSignOut } from '@/lib/client/account';
import { wordsFor } from '@/lib/client/http';
import { type Role, roleWords } from '@/lib/domain/access/roles';

/** Opens the sheet of shortcuts, as its key does. */
function openShortcutSheet(): void {
  const sheet = activeHandlers().findLast((handler) => handler.id === 'help.shortcuts');
  // After the menu that asks for it has closed and given focus back.
  setTimeout(() => sheet?.run(new KeyboardEvent('keydown')), 0);
}

/** Who is signed in: theme, density, shortcuts, and the way out. */
export function UserMenu({ user, role }: { user: { readonly name: string; readonly email: string }; role: Role }) {
  const signOut = useSignOut();
  const leave = () =>
    signOut.mutate(undefined, {
      onSuccess: () => window.location.assign('/sign-in'),
      onError: (error) => notifyFailure('You are still signed in', { description: wordsFor(error), retry: leave }),
    });
  return (
    <DropdownMenu
      align="start"
      side="top"
      label="You"
      trigger={
        <button
          type="button"
          className="hit-area flex h-control min-w-0 flex-1 items-center gap-2 rounded-control px-1 text-left hover:bg-hover"
        >
          <Avatar name={user.name} />
          <span className="min-w-0 flex-1 truncate text-sm in-data-[rail=folded]:sr-only">{user.name}</span>
        </button>
      }
    >
      <div className="flex flex-col px-2 py-1">
        <span className="truncate font-medium">{user.name}</span>
        <span className="truncate text-subtle text-xs">
          {user.email} · {roleWords[role].label}
        </span>
      </div>
      <MenuSeparator />
      <Appearance />
      <MenuSeparator />
      <MenuItem icon={<KeyboardIcon aria-hidden />} keys={keysOf('help.shortcuts')} onSelect={openShortcutSheet}>
        Shortcuts
      </MenuItem>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  );
}

function Appearance() {
  const { theme = 'system', setTheme } = useTheme();
  const [isComfortable, setComfortable] = useState(false);
  useEffect(() => setComfortable(currentPreference('density') === 'comfortable'), []);
  const changeDensity = (on: boolean) => {
    setPreference('density', on ? 'comfortable' : 'compact');
    setComfortable(on);
  };
  return (
    <>
      <MenuLabel>Theme</MenuLabel>
      <MenuRadioGroup value={theme} onValueChange={setTheme}>
        <MenuRadioItem value="system">As the system</MenuRadioItem>
        <MenuRadioItem value="light">Light</MenuRadioItem>
        <MenuRadioItem value="dark">Dark</MenuRadioItem>
      </MenuRadioGroup>
      <MenuSeparator />
      <MenuCheckboxItem checked={isComfortable} onCheckedChange={changeDensity}>
        Comfortable rows
      </MenuCheckboxItem>
    </>
  );
}
