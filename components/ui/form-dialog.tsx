'use client';
import { createContext, type ReactNode, useContext, useId } from 'react';
import { Button } from './button';
import { Callout } from './callout';
import { Dialog, type DialogProps } from './dialog';

const FormId = createContext<string | undefined>(undefined);

export interface FormDialogProps extends Pick<DialogProps, 'open' | 'title' | 'description' | 'size'> {
  onClose: () => void;
  /** What pressing the main button does, in its words. */
  submitLabel: ReactNode;
  isPending: boolean;
  /** A `DialogForm`, or a component that shows one. */
  children: ReactNode;
}

/** A dialog that is one form: its buttons stand at the bottom, Cancel first. */
export function FormDialog({ onClose, submitLabel, isPending, children, ...dialog }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog
      {...dialog}
      onOpenChange={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary" pending={isPending}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <FormId value={id}>{children}</FormId>
    </Dialog>
  );
}

export interface DialogFormProps {
  /** What went wrong that no field tells. */
  problem?: ReactNode;
  onSubmit: () => void;
  children: ReactNode;
}

/** The form of a `FormDialog`: what went wrong, then its fields. */
export function DialogForm({ problem, onSubmit, children }: DialogFormProps) {
  const id = useContext(FormId);
  return (
    <form
      id={id}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problem ? (
        <div role="alert">
          <Callout tone="problem">{problem}</Callout>
        </div>
      ) : null}
      {children}
    </form>
  );
}
