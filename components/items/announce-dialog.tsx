'use client';
import { useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { Field } from '@/components/ui/field';
import { DialogForm, FormDialog } from '@/components/ui/form-dialog';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { notify } from '@/components/ui/toast';
import { useCreateAnnouncement } from '@/lib/client/announcements';
import { wordsFor } from '@/lib/client/http';
import type { CreateAnnouncement } from '@/lib/contracts/announcements';
import { grouped } from '@/lib/kit/grouped';
import { draftFaults, inputMoment, momentOf } from './announcement-draft';

const mostLetters = 2_000;
const weekMs = 7 * 86_400_000;

interface Props {
  readonly item: { readonly id: string; readonly name: string };
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Pins words on an item or its plan, from one moment until another. */
export function AnnounceDialog({ item, open, onOpenChange }: Props) {
  const plan = usePlan();
  const create = useCreateAnnouncement(plan);
  const close = () => {
    create.reset();
    onOpenChange(false);
  };
  return (
    <FormDialog
      open={open}
      onClose={close}
      title="Pin an announcement"
      description="Everybody who opens the page reads it while it stands. The definition stays as it is."
      submitLabel="Pin announcement"
      isPending={create.isPending}
    >
      <AnnounceForm
        item={item}
        planName={plan.planName}
        error={create.error}
        onSubmit={(body) =>
          create.mutate(body, {
            onSuccess: (made) => {
              close();
              notify(
                made.isShown ? 'The announcement is pinned' : 'The announcement is pinned and will appear in time',
              );
            },
          })
        }
      />
    </FormDialog>
  );
}

/** Mounted only while the dialog is open, so that it always begins at the present moment. */
function AnnounceForm({
  item,
  planName,
  error,
  onSubmit,
}: {
  item: Props['item'];
  planName: string;
  error: Error | null;
  onSubmit: (body: CreateAnnouncement) => void;
}) {
  const [text, setText] = useState('');
  const [where, setWhere] = useState('item');
  const [start, setStart] = useState(() => inputMoment(new Date()));
  const [end, setEnd] = useState(() => inputMoment(new Date(Date.now() + weekMs)));
  const [isTried, setTried] = useState(false);
  const faults = draftFaults({ text, start, end }, new Date());
  const shown = isTried ? faults : {};
  const submit = () => {
    setTried(true);
    const [startsAt, endsAt] = [momentOf(start), momentOf(end)];
    if (Object.keys(faults).length > 0 || !startsAt || !endsAt) return;
    const itemId = where === 'item' ? item.id : null;
    onSubmit({ itemId, text, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() });
  };
  return (
    <DialogForm problem={error && wordsFor(error)} onSubmit={submit}>
      <Field
        label="What people should know"
        required
        hint="Markdown works: **bold**, lists and links."
        error={shown.text}
        aside={text.length > mostLetters - 200 ? `${grouped(text.length)} of ${grouped(mostLetters)}` : undefined}
      >
        {(control) => (
          <Textarea {...control} minRows={4} value={text} onChange={(event) => setText(event.target.value)} />
        )}
      </Field>
      <Field label="Where" required>
        {(control) => (
          <Select
            {...control}
            value={where}
            onValueChange={setWhere}
            options={[
              { value: 'item', label: item.name, hint: 'On this page' },
              { value: 'plan', label: `The whole plan ${planName}`, hint: 'On the page of every item' },
            ]}
          />
        )}
      </Field>
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        <Field label="Shown from" required error={shown.start}>
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              value={start}
              onChange={(event) => setStart(event.target.value)}
            />
          )}
        </Field>
        <Field label="Until" required error={shown.end}>
          {(control) => (
            <Input {...control} type="datetime-local" value={end} onChange={(event) => setEnd(event.target.value)} />
          )}
        </Field>
      </div>
    </DialogForm>
  );
}
