'use client';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Textarea } from '@/components/ui/textarea';
import { useReasonTemplate } from '../use-reason-template';

export interface ReasonFieldsProps {
  readonly reason: string;
  readonly title: string;
  readonly proposed: string;
  readonly onChange: (part: { reason?: string; title?: string }) => void;
}

/** Why, for those who review it and those who read it in a year; and what the request is called. */
export function ReasonFields({ reason, title, proposed, onChange }: ReasonFieldsProps) {
  const reasonField = useReasonTemplate(reason);
  return (
    <div className="flex flex-col gap-6 border-border border-t pt-6">
      <Field label="Why" hint="Reviewers read it first, and everybody who wonders in a year.">
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            value={reasonField.value}
            onChange={(event) => {
              reasonField.touch();
              onChange({ reason: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label="Title of the change request">
        {(control) => (
          <Input
            {...control}
            dir="auto"
            maxLength={200}
            placeholder={proposed}
            value={title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
