'use client';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Textarea } from '@/components/ui/textarea';
import { wordsFor } from '@/lib/client/http';
import { useCreateInvitation } from '@/lib/client/invitations';
import { type Role, roles, roleWords } from '@/lib/domain/access/roles';
import { addressesIn } from './addresses';

interface Made {
  readonly email: string | null;
  readonly link: string;
}

/** Makes links: one per address pasted, or one for anybody; each is shown once, to be copied. */
export function InviteForm({ workspace }: { workspace: string }) {
  const create = useCreateInvitation(workspace);
  const [role, setRole] = useState<Role>('contributor');
  const [typed, setTyped] = useState('');
  const [made, setMade] = useState<readonly Made[]>([]);
  const [problem, setProblem] = useState<string>();
  const { addresses, unreadable } = addressesIn(typed);
  const fault = unreadable.length > 0 ? `Not an address: ${unreadable.join(', ')}` : undefined;

  const invite = async () => {
    setProblem(undefined);
    const links: Made[] = [];
    const left = [...addresses];
    try {
      for (const email of addresses.length > 0 ? addresses : [null]) {
        const { link } = await create.mutateAsync({ role, email, expiresInDays: 14 });
        links.push({ email, link });
        left.shift();
      }
      setTyped('');
    } catch (error) {
      setTyped(left.join('\n'));
      setProblem(`${left[0] ? `${left[0]}: ` : ''}${wordsFor(error)}`);
    }
    setMade(links);
  };

  return (
    <form
      noValidate
      aria-label="Invite"
      className="flex max-w-xl flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!fault) void invite();
      }}
    >
      <Field
        label="Addresses"
        error={fault}
        hint="One per line or with commas. Left empty, the link is for whoever holds it. Links end after 14 days."
      >
        {(control) => (
          <Textarea {...control} minRows={3} value={typed} onChange={(event) => setTyped(event.target.value)} />
        )}
      </Field>
      <RadioCards
        label="Role"
        columns={2}
        value={role}
        onValueChange={setRole}
        options={roles.map((value) => ({ value, label: roleWords[value].label, hint: roleWords[value].does }))}
      />
      {problem ? (
        <div role="alert">
          <Callout tone="problem">{problem}</Callout>
        </div>
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={create.isPending} unavailable={fault}>
          {addresses.length > 1 ? `Make ${addresses.length} links` : 'Make link'}
        </Button>
      </div>
      {made.length > 0 ? (
        <Callout tone="success" title="Copy now: links are shown once">
          <ul className="flex flex-col gap-1">
            {made.map(({ email, link }) => (
              <li key={link} className="flex items-center gap-2">
                <span className="min-w-0 flex-1 truncate">
                  {email ? `${email}: ` : ''}
                  <span className="font-mono text-xs">{link}</span>
                </span>
                <CopyButton value={link} label={email ? `Copy link for ${email}` : 'Copy link'} text="Copy" />
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </form>
  );
}
