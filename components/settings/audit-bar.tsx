'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Combobox, type ComboboxOption } from '@/components/ui/combobox';
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { auditCheckOptions, auditExportHref } from '@/lib/client/audit';
import { wordsFor } from '@/lib/client/http';
import { memberChoicesOptions } from '@/lib/client/members';
import type { AuditFilter } from '@/lib/contracts/audit';
import { grouped } from '@/lib/kit/grouped';
import { auditNouns } from './audit-words';

/** What is chosen above the record, as it stands in the address. */
export interface AuditChoice {
  readonly person: string;
  readonly about: string;
  readonly from: string;
  readonly to: string;
}

export interface AuditBarProps {
  workspace: string;
  choice: AuditChoice;
  filter: AuditFilter;
  onChange: (choice: Partial<AuditChoice>) => void;
}

const anything = 'anything';
const itself: ComboboxOption = { value: 'system', label: 'Waymark itself' };

/** Chooses which entries are shown, takes them away as a file, and verifies that none was altered. */
export function AuditBar({ workspace, choice, filter, onChange }: AuditBarProps) {
  const client = useQueryClient();
  const members = useQuery(memberChoicesOptions(workspace));
  const check = useQuery(auditCheckOptions(workspace));
  const find = async (q: string): Promise<ComboboxOption[]> => {
    const page = await client.fetchQuery(memberChoicesOptions(workspace, q));
    const people = page.items.map((one) => ({ value: one.id, label: one.name, hint: one.email ?? undefined }));
    return 'waymark itself'.includes(q.toLowerCase()) ? [...people, itself] : people;
  };
  const nameOf = (id: string) =>
    id === itself.value ? itself.label : (members.data?.items.find((one) => one.id === id)?.name ?? 'One person');
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Who" className="w-full sm:w-52">
          {(control) => (
            <Combobox
              {...control}
              options={find}
              value={choice.person ? [{ value: choice.person, label: nameOf(choice.person) }] : []}
              onChange={([one]) => onChange({ person: one?.value ?? '' })}
              placeholder="Anybody"
              searchPlaceholder="Name or e-mail"
              empty="Nobody here is called that."
            />
          )}
        </Field>
        <Field label="About" className="w-full sm:w-44">
          {(control) => (
            <Select
              {...control}
              value={choice.about || anything}
              onValueChange={(about) => onChange({ about: about === anything ? '' : about })}
              options={[
                { value: anything, label: 'Anything' },
                ...Object.entries(auditNouns).map(([value, label]) => ({ value, label })),
              ]}
            />
          )}
        </Field>
        <Field label="From">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={choice.from}
              max={choice.to || undefined}
              onChange={(event) => onChange({ from: event.target.value })}
            />
          )}
        </Field>
        <Field label="To">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={choice.to}
              min={choice.from || undefined}
              onChange={(event) => onChange({ to: event.target.value })}
            />
          )}
        </Field>
        <DropdownMenu label="Export" trigger={<Button>Export</Button>}>
          <MenuItem asChild>
            <a href={auditExportHref(workspace, filter, 'csv')} download>
              CSV, for a spreadsheet
            </a>
          </MenuItem>
          <MenuItem asChild>
            <a href={auditExportHref(workspace, filter, 'jsonl')} download>
              JSON Lines, with what verifies the hashes
            </a>
          </MenuItem>
        </DropdownMenu>
        <Button pending={check.isFetching} onClick={() => void check.refetch()}>
          <ShieldCheck aria-hidden />
          Verify
        </Button>
      </div>
      <div role="status" className="empty:hidden">
        {check.error && !check.isFetching ? <Callout tone="problem">{wordsFor(check.error)}</Callout> : null}
        {check.data && !check.error ? <Verdict {...check.data} /> : null}
      </div>
    </div>
  );
}

function Verdict({ entries, brokenAt }: { entries: number; brokenAt: number | null }) {
  if (brokenAt === null)
    return (
      <Callout tone="success">
        {entries === 1 ? 'The only entry is' : `All ${grouped(entries)} entries are`} as written: every hash follows
        from the one before.
      </Callout>
    );
  return (
    <Callout tone="problem" title={`Entry ${grouped(brokenAt)} does not continue the one before it`}>
      Somebody altered or removed an entry in the database itself. Compare it with an export made earlier.
    </Callout>
  );
}
