'use client';
import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useId, useState } from 'react';
import { Button } from './button';
import { cn } from './cn';
import { dialogStyle, overlayStyle } from './dialog';
import { Input } from './input';
import { Label } from './label';
import { useReturnFocus } from './use-return-focus';

export interface AlertDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Verb and object: "Revoke token “CI export”?" */
  title: string;
  /** What follows, and whether it can be undone. */
  consequence: ReactNode;
  /** The verb on the button: "Revoke token". */
  confirmLabel: string;
  onConfirm: () => void;
  pending?: boolean;
  /** Only for what cannot be undone: the words that must be typed first. */
  typeToConfirm?: string;
  cancelLabel?: string;
  /** What should be seen to before; it scrolls when it is long. */
  children?: ReactNode;
}

/** Asks before something grave, naming the object and the consequence; focus starts on the way out. */
export function AlertDialog(props: AlertDialogProps) {
  const focus = useReturnFocus();
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlayStyle} />
        <Radix.Content {...focus} className={cn(dialogStyle, 'max-w-md gap-3 p-4')}>
          <AlertBody {...props} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Mounted only while open, so that what was typed is forgotten with it. */
function AlertBody({
  title,
  consequence,
  confirmLabel,
  onConfirm,
  pending = false,
  typeToConfirm,
  cancelLabel = 'Cancel',
  children,
}: AlertDialogProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const blocked = typeToConfirm !== undefined && typed.trim() !== typeToConfirm;
  return (
    <>
      <Radix.Title className="break-words font-semibold text-md">{title}</Radix.Title>
      <Radix.Description asChild>
        <div className="text-base text-muted">{consequence}</div>
      </Radix.Description>
      {children ? <div className="min-h-0 overflow-y-auto">{children}</div> : null}
      {typeToConfirm === undefined ? null : (
        <div className="flex flex-col gap-1">
          <Label htmlFor={id}>
            Type <strong className="font-mono">{typeToConfirm}</strong> to confirm
          </Label>
          <Input id={id} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
        </div>
      )}
      <div className="flex flex-wrap justify-end gap-2 pt-2">
        <Radix.Cancel asChild>
          <Button>{cancelLabel}</Button>
        </Radix.Cancel>
        <Button variant="danger" pending={pending} disabled={blocked} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </>
  );
}
