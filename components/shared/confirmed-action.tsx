'use client';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { AlertDialog, type AlertDialogProps } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { notifyFailure } from '@/components/ui/toast';
import { wordsFor } from '@/lib/client/http';

interface ConfirmedActionProps<T> extends Pick<AlertDialogProps, 'title' | 'consequence' | 'confirmLabel'> {
  /** The verb on the button, and what it is done to. */
  verb: string;
  name: string;
  mutation: UseMutationResult<unknown, Error, T>;
  input: T;
  /** What is said when it did not happen. */
  failure: string;
  unavailable?: string | undefined;
  /** Whether it can still be done; the question closes in its own time when that ends. */
  isOffered?: boolean;
  /** What should be seen to before. */
  children?: ReactNode;
}

/** A button at the end of a row for something grave: it asks first, and says when it did not happen. */
export function ConfirmedAction<T>({
  verb,
  name,
  mutation,
  input,
  failure,
  unavailable,
  isOffered = true,
  children,
  ...asked
}: ConfirmedActionProps<T>) {
  const [isAsking, setAsking] = useState(false);
  const confirm = () =>
    mutation.mutate(input, {
      onSettled: () => setAsking(false),
      onError: (error) => notifyFailure(failure, { description: wordsFor(error) }),
    });
  return (
    <>
      {isOffered ? (
        <Button
          size="toolbar"
          variant="ghost"
          unavailable={unavailable}
          aria-label={`${verb} ${name}`}
          onClick={() => setAsking(true)}
        >
          {verb}
        </Button>
      ) : null}
      <AlertDialog {...asked} open={isAsking} onOpenChange={setAsking} pending={mutation.isPending} onConfirm={confirm}>
        {children}
      </AlertDialog>
    </>
  );
}
