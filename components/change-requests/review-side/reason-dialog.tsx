'use client';
import { useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ErrorBanner } from '@/components/ui/error-banner';
import { Field } from '@/components/ui/field';
import { Kbd } from '@/components/ui/kbd';
import { Textarea } from '@/components/ui/textarea';
import { refusalWords } from './words';

export interface ReasonDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  /** What follows. */
  readonly description: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly confirmLabel: string;
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

/** Asks for a reason before a move that others will wonder about. */
export function ReasonDialog({ open, onOpenChange, title, description, ...form }: ReasonDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="small" title={title} description={description}>
      {open ? <ReasonForm {...form} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  );
}

type FormProps = Pick<ReasonDialogProps, 'label' | 'isRequired' | 'confirmLabel' | 'onConfirm'> & {
  readonly onDone: () => void;
};

function ReasonForm({ label, isRequired = false, confirmLabel, onConfirm, onDone }: FormProps) {
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const sending = useRef(false);
  const isMissing = isRequired && reason.trim() === '';
  const confirm = async () => {
    setTried(true);
    if (isMissing || sending.current) return;
    sending.current = true;
    setPending(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      onDone();
    } catch (problem) {
      setError(problem);
    } finally {
      sending.current = false;
      setPending(false);
    }
  };
  useShortcut('form.submit', () => void confirm(), { inLayer: true, isPending });
  return (
    <form
      className="flex flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      {error ? <ErrorBanner>{refusalWords(error, 'What you wrote is kept.')}</ErrorBanner> : null}
      <Field
        label={label}
        required={isRequired}
        error={isTried && isMissing ? 'Give the reason; everybody will read it.' : undefined}
      >
        {(control) => (
          <Textarea {...control} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Button type="submit" variant="primary" className="self-end" pending={isPending}>
        {confirmLabel}
        <Kbd keys={keysOf('form.submit')} />
      </Button>
    </form>
  );
}
