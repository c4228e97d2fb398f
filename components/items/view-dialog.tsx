'use client';
import { useId, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { notify } from '@/components/ui/toast';
import { ApiError, hasCode, wordsFor } from '@/lib/client/http';
import { useCreateView, useUpdateView } from '@/lib/client/views';
import type { ListShape, SavedView } from '@/lib/contracts/views';
import { includesRole } from '@/lib/domain/access/roles';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';

export interface ViewDialogProps {
  readonly kind: ItemKind;
  /** The view to rename or share; a new one when absent. */
  readonly view?: SavedView | undefined;
  /** How the list looks now: what a new view keeps. */
  readonly shape: ListShape;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSaved: (view: SavedView) => void;
}

/** The name of a view, and who sees it. */
export function ViewDialog({ kind, view, shape, open, onOpenChange, onSaved }: ViewDialogProps) {
  const plan = usePlan();
  const create = useCreateView(plan);
  const update = useUpdateView(plan);
  const close = () => {
    create.reset();
    update.reset();
    onOpenChange(false);
  };
  const saved = (done: SavedView) => {
    notify(view ? `Saved the view “${done.name}”` : `Kept as the view “${done.name}”`);
    onSaved(done);
    close();
  };
  return (
    <FormDialog
      open={open}
      onClose={close}
      size="small"
      title={view ? `Rename or share “${view.name}”` : 'Save as a view'}
      description={view ? undefined : 'It keeps the filter, the order, the groups and the columns you see now.'}
      submitLabel="Save view"
      isPending={create.isPending || update.isPending}
    >
      <ViewForm
        view={view}
        error={create.error ?? update.error}
        onSubmit={(values) =>
          view
            ? update.mutate({ id: view.id, ...values }, { onSuccess: saved })
            : create.mutate({ kind, shape, ...values }, { onSuccess: saved })
        }
      />
    </FormDialog>
  );
}

function ViewForm({
  view,
  error,
  onSubmit,
}: {
  view: SavedView | undefined;
  error: Error | null;
  onSubmit: (values: { name: string; isShared: boolean }) => void;
}) {
  const plan = usePlan();
  const shareId = useId();
  const [name, setName] = useState(view?.name ?? '');
  const [isShared, setShared] = useState(view?.isShared ?? false);
  const [isUnnamed, setUnnamed] = useState(false);
  const isOthers = view !== undefined && view.by.id !== plan.userId;
  const whyNot = !includesRole(plan.role, 'contributor')
    ? 'Contributors and above can share a view.'
    : isOthers
      ? `Only ${view.by.name}, who made it, can stop sharing it.`
      : undefined;
  const fault = hasCode(error, 'view.name-taken')
    ? 'A view has this name already'
    : error instanceof ApiError
      ? error.fieldErrors.name
      : undefined;
  const submit = () => {
    setUnnamed(name.trim() === '');
    if (name.trim() !== '') onSubmit({ name: name.trim(), isShared });
  };
  return (
    <DialogForm problem={error && !fault ? wordsFor(error) : undefined} onSubmit={submit}>
      <Field label="Name" required error={isUnnamed ? 'Give the view a name' : fault}>
        {(control) => (
          <Input
            {...control}
            value={name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => {
              setName(event.target.value);
              setUnnamed(false);
            }}
          />
        )}
      </Field>
      <div className="flex flex-col gap-1">
        <div className="flex items-center gap-2">
          <Checkbox
            id={shareId}
            checked={isShared}
            disabled={whyNot !== undefined}
            aria-describedby={`${shareId}-hint`}
            onCheckedChange={(checked) => setShared(checked === true)}
          />
          <Label htmlFor={shareId}>Share with everybody in this plan</Label>
        </div>
        <p id={`${shareId}-hint`} className="text-sm text-subtle">
          {whyNot ?? 'Everybody sees it among their views; you and approvers can change it.'}
        </p>
      </div>
    </DialogForm>
  );
}
