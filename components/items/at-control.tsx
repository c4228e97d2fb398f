'use client';
import { CalendarClock } from 'lucide-react';
import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { PopoverLazily } from '@/components/ui/popover-lazily';

function useAt() {
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  return (at: string | null) => {
    const next = new URLSearchParams(search);
    if (at === null) next.delete('at');
    else next.set('at', at);
    router.push(next.size > 0 ? `${path}?${next}` : path);
  };
}

/** "What did this mean in March": reads the page at a release or a day. */
export function AtControl({ headRelease }: { headRelease: number }) {
  const go = useAt();
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const release = String(form.get('release') ?? '').trim();
    const day = String(form.get('day') ?? '');
    if (release === '' && day === '') return setError('Give a release or a day');
    if (release !== '' && (!/^\d+$/u.test(release) || Number(release) > headRelease))
      return setError(`Releases go from 1 to ${headRelease}`);
    setOpen(false);
    go(release === '' ? day : release);
  };
  return (
    <PopoverLazily
      open={open}
      onOpenChange={setOpen}
      label="Read an earlier state"
      align="end"
      trigger={
        <IconButton label="Read an earlier state" size="control">
          <CalendarClock aria-hidden />
        </IconButton>
      }
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label="Release" error={error} hint={`1 to ${headRelease}`}>
          {(control) => <Input {...control} name="release" inputMode="numeric" autoComplete="off" />}
        </Field>
        <Field label="or the state on">{(control) => <Input {...control} name="day" type="date" />}</Field>
        <Button type="submit" variant="primary">
          Read it
        </Button>
      </form>
    </PopoverLazily>
  );
}
