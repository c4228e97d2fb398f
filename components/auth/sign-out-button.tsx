'use client';
import { Button } from '@/components/ui/button';
import { useSignOut } from '@/lib/client/account';

/** Signs out and loads the sign-in page anew, so that nothing of before remains on screen. */
export function SignOutButton() {
  const signOut = useSignOut();
  return (
    <Button
      pending={signOut.isPending || signOut.isSuccess}
      onClick={() => signOut.mutate(undefined, { onSuccess: () => window.location.assign('/sign-in') })}
    >
      Sign out
    </Button>
  );
}
