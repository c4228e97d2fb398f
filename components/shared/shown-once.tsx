'use client';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';

interface SecretFieldProps {
  label: string;
  value: string;
  /** What copying it is called; "Copy" and the label where that is not it. */
  copyLabel?: string;
}

/** Something that is shown once, to be copied. */
export function SecretField({ label, value, copyLabel = `Copy ${label.toLowerCase()}` }: SecretFieldProps) {
  return (
    <div className="flex items-center gap-2">
      <Input
        readOnly
        mono
        aria-label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        className="flex-1"
      />
      <CopyButton value={value} label={copyLabel} text="Copy" />
    </div>
  );
}

interface ShownOnceDialogProps extends SecretFieldProps {
  open: boolean;
  title: ReactNode;
  description: ReactNode;
  onClose: () => void;
}

/** What was made and is never shown again. */
export function ShownOnceDialog({ open, title, description, onClose, ...secret }: ShownOnceDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      title={title}
      description={description}
      footer={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <SecretField {...secret} />
    </Dialog>
  );
}
