'use client';
import { ImagePlus, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { usePlan } from '@/components/shared/plan-context';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { hasCode, wordsFor } from '@/lib/client/http';
import { useUploadPicture } from '@/lib/client/journeys';
import { maxPictureBytes, pictureTypes } from '@/lib/domain/journey/picture';
import { newId } from '@/lib/kit/id';
import type { MarkDraft, StepDraft } from './journey-draft';
import { MarkCanvas } from './mark-canvas';
import { MarkFields } from './mark-fields';

/** Marks on one picture; more would hide it. */
const mostMarks = 50;

interface Props {
  readonly step: StepDraft;
  readonly onChange: (next: Partial<StepDraft>) => void;
}

/** The picture of a step: chosen, described, and marked by pointer or by keyboard. */
export function PictureEditor({ step, onChange }: Props) {
  const plan = usePlan();
  const upload = useUploadPicture(plan);
  const [tooLarge, setTooLarge] = useState(false);
  const [lit, setLit] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const marks = step.annotations;
  const setMarks = (annotations: readonly MarkDraft[]) => onChange({ annotations });

  const take = (chosen: File | undefined) => {
    if (!chosen) return;
    setTooLarge(chosen.size > maxPictureBytes);
    if (chosen.size > maxPictureBytes) return;
    upload.mutate(chosen, { onSuccess: (image) => onChange({ image }) });
  };
  const add = (frame: Pick<MarkDraft, 'x' | 'y' | 'width' | 'height'>) => {
    const id = newId('an');
    setMarks([...marks, { id, ...frame, label: '', itemId: null, item: null }]);
    setLit(id);
    announce(`Mark ${marks.length + 1} added. Arrows move it, Shift and arrows size it.`);
    return id;
  };
  const canAdd = marks.length < mostMarks;
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">Picture</legend>
      {upload.error || tooLarge ? (
        <div role="alert">
          <Callout tone="problem">
            {tooLarge || hasCode(upload.error, 'request.too-large')
              ? 'The picture is larger than 2 MB. Make it smaller and choose it again.'
              : wordsFor(upload.error)}
          </Callout>
        </div>
      ) : null}
      <input
        ref={file}
        type="file"
        accept={pictureTypes.join(',')}
        className="sr-only"
        tabIndex={-1}
        aria-label="Choose a picture"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button size="toolbar" pending={upload.isPending} onClick={() => file.current?.click()}>
          <ImagePlus aria-hidden /> {step.image ? 'Choose another picture' : 'Choose a picture'}
        </Button>
        {step.image ? (
          <>
            <Button
              size="toolbar"
              unavailable={canAdd ? undefined : `A picture has at most ${mostMarks} marks`}
              onClick={() => add({ x: 40, y: 40, width: 20, height: 20 })}
            >
              <Plus aria-hidden /> Add a mark
            </Button>
            <Button
              size="toolbar"
              variant="ghost"
              onClick={() => onChange({ image: null, imageAlt: '', annotations: [] })}
            >
              <Trash2 aria-hidden /> Remove the picture
            </Button>
          </>
        ) : (
          <p className="self-center text-sm text-subtle">PNG, JPEG or WebP, up to 2 MB.</p>
        )}
      </div>
      {step.image ? (
        <>
          <Field label="What the picture shows" required={false} hint="For those who do not see it.">
            {(control) => (
              <Input
                {...control}
                value={step.imageAlt}
                maxLength={300}
                onChange={(event) => onChange({ imageAlt: event.target.value })}
              />
            )}
          </Field>
          <MarkCanvas
            image={step.image}
            alt={step.imageAlt}
            marks={marks}
            lit={lit}
            canAdd={canAdd}
            onLit={setLit}
            onAdd={add}
            onMarks={setMarks}
          />
          <MarkFields marks={marks} lit={lit} onLit={setLit} onMarks={setMarks} />
        </>
      ) : null}
    </fieldset>
  );
}
