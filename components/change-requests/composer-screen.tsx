'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Attendance } from '@/components/shared/attendance/attendance';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { itemHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { MenuItem } from '@/components/ui/dropdown-menu';
import { ErrorBanner } from '@/components/ui/error-banner';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { Tooltip } from '@/components/ui/tooltip';
import { useRested } from '@/components/ui/use-rested';
import { previewOptions } from '@/lib/client/change-requests';
import type { ProposedClaim } from '@/lib/client/propose';
import type { PreviewView } from '@/lib/contracts/change-previews';
import { type Item, qualifiedName } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { newId } from '@/lib/kit/id';
import {
  changedKeys,
  draftOf,
  emptyDraft,
  isClaimable,
  type NewProperty,
  problemsOf,
  proposedTitle,
  shownDifferences,
  standingClaims,
  valueIn,
  withValue,
} from './composer/draft';
import { EffectsPanel } from './composer/effects-panel';
import { FormProvider } from './composer/form-context';
import { FormFields } from './composer/form-fields';
import { InRequest } from './composer/in-request';
import { KindChoice } from './composer/kind-choice';
import { NameField } from './composer/name-field';
import { without } from './composer/problems';
import { ReasonFields } from './composer/reason-fields';
import { useRemoval } from './composer/removal';
import { useDraft } from './composer/use-draft';
import { useSending } from './composer/use-sending';

export interface ComposerProps {
  readonly planId: string;
  readonly kind: ItemKind;
  /** The item as it stands where it is edited; `null` for a new one. */
  readonly item: Item | null;
  /** The wanted name of a new item. */
  readonly name: string;
  /** The field to begin with. */
  readonly field: string | null;
  /** The request it becomes part of; `null` starts one. */
  readonly request: { readonly number: number; readonly title: string; readonly holdsItem: boolean } | null;
  /** A request that was asked for and takes no edits of this reader, with the reason. */
  readonly refusal: { readonly number: number; readonly why: string } | null;
  /** Names of what is only in the request. */
  readonly names: Readonly<Record<string, string>>;
  readonly claims: readonly ProposedClaim[];
  /** Prose fields the request edits already. */
  readonly claimable: readonly string[];
}

const previewAfterMs = 250;

/** Writes one item: the form, beside it what the edit does, and the way into review. */
export function ComposerScreen({
  planId,
  kind,
  item,
  name,
  field,
  request,
  refusal,
  names,
  claims,
  claimable,
}: ComposerProps) {
  const plan = usePlan();
  const router = useRouter();
  const number = request?.number ?? null;
  const first = useMemo(() => {
    const whole = claims.filter((claim) => claim.member === null).map((claim) => claim.field);
    return item ? draftOf(item, whole) : emptyDraft(kind, name);
  }, [item, kind, name, claims]);
  const form = useDraft(plan, { number, itemId: item?.id ?? null, kind }, item, first);
  const { draft, before, change } = form;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string>>>({});

  const changed = useMemo(() => changedKeys(kind, before, draft), [kind, before, draft]);
  const problems = useMemo(() => ({ ...problemsOf(kind, draft), ...unreadable }), [kind, draft, unreadable]);
  const sending = useSending({ planId, kind, number, form, claims, problems });
  const { refused, isTried, noteEdit } = sending;
  const errorOf = (key: string) =>
    refused[key] ?? unreadable[key] ?? (isTried || touched.has(key) ? problems[key] : undefined);

  const asked = useRested(
    useMemo(
      () => ({
        itemId: item?.id ?? null,
        kind,
        namespace: draft.namespace,
        name: draft.name.trim(),
        content: draft.content as Record<string, never>,
      }),
      [item, kind, draft],
    ),
    previewAfterMs,
  );
  const isBlank = asked.name === '' && changed.length === 0;
  const preview = useQuery({ ...previewOptions(plan, number, asked), enabled: !isBlank && asked.name !== '' });
  const differences = preview.data
    ? shownDifferences(preview.data.differences, { ...draft, claims: standingClaims(before, draft) })
    : [];

  const set = useCallback(
    (key: string, value: unknown) => {
      change(key, (old) => withValue(old, key, value));
      noteEdit(key);
    },
    [change, noteEdit],
  );
  useShortcut(
    'form.submit',
    (event) => {
      event.preventDefault();
      sending.send(true);
    },
    { isPending: sending.isPending },
  );
  useShortcut('form.save', (event) => {
    event.preventDefault();
    form.save();
    announce('Saved in this browser');
  });
  useShortcut('form.undo', () => form.undo() && announce('Undone'));
  useShortcut('form.redo', () => form.redo() && announce('Done again'));

  const createProperty = useCallback(
    (called: string) => {
      const property: NewProperty = { id: newId('pr'), name: called, type: { type: 'string' }, meaning: '' };
      change(`property ${property.id}`, (old) => ({ ...old, newProperties: [...old.newProperties, property] }));
      return property.id;
    },
    [change],
  );
  const updateProperty = useCallback(
    (id: string, part: Partial<NewProperty>) =>
      change(`property ${id}`, (old) => ({
        ...old,
        newProperties: old.newProperties.map((one) => (one.id === id ? { ...one, ...part } : one)),
      })),
    [change],
  );
  const claim = useCallback(
    (key: string, on: boolean) =>
      change(`claim ${key}`, (old) => ({
        ...old,
        claims: on ? [...old.claims, key] : old.claims.filter((one) => one !== key),
      })),
    [change],
  );
  const noteProblem = useCallback(
    (key: string, words: string | null) =>
      setUnreadable((old) => (words === null ? without(old, key) : { ...old, [key]: words })),
    [],
  );
  const noteTouched = useCallback(
    (key: string) => setTouched((old) => (old.has(key) ? old : new Set(old).add(key))),
    [],
  );
  const latest = useRef(draft);
  latest.current = draft;
  const other = useCallback((key: string) => valueIn(latest.current, key), []);
  const removal = useRemoval(item, request, () => form.forget());
  const label = kinds[kind].label.toLowerCase();
  return (
    <Attendance number={number} itemId={item?.id ?? null} isEditing>
      <FormProvider
        extraNames={names}
        newProperties={draft.newProperties}
        createProperty={createProperty}
        updateProperty={updateProperty}
      >
        <PageHeader
          title={
            item ? (
              <>
                Edit <span className="font-mono">{qualifiedName(item)}</span>
              </>
            ) : (
              `Propose ${label}`
            )
          }
          trail={
            request ? <InRequest request={request} itemId={item?.id ?? null} /> : item ? kinds[kind].label : undefined
          }
          state={<SavedState saved={form.saved} />}
          secondary={
            <>
              {item ? null : <KindChoice kind={kind} name={draft.name} number={number} />}
              {request === null && plan.role !== 'viewer' ? (
                <Button className="max-sm:hidden" onClick={() => sending.send(false)} disabled={sending.isPending}>
                  Keep as draft
                </Button>
              ) : null}
            </>
          }
          more={
            <>
              <MenuItem onSelect={() => form.discard()}>Discard what I wrote</MenuItem>
              {removal.items}
            </>
          }
          primary={
            <Tooltip label={primaryWords(plan.role, request, item !== null)} keys={keysOf('form.submit')}>
              <Button variant="primary" onClick={() => sending.send(true)} pending={sending.isPending}>
                {primaryWords(plan.role, request, item !== null)}
              </Button>
            </Tooltip>
          }
        />
        <div className="grid gap-x-12 gap-y-8 px-4 py-6 lg:grid-cols-[minmax(0,44rem)_minmax(16rem,22rem)] lg:px-6">
          <form
            className="flex min-w-0 flex-col gap-6"
            aria-label={item ? `Edit ${item.name}` : `Propose ${label}`}
            onSubmit={(event) => event.preventDefault()}
            onBlur={(event) => {
              const key = event.target.closest<HTMLElement>('[data-field]')?.dataset.field;
              if (key && (key !== 'name' || draft.name !== '')) noteTouched(key);
            }}
            noValidate
          >
            {form.restoredAt ? (
              <Callout
                action={
                  <Button size="toolbar" onClick={form.discard}>
                    Discard
                  </Button>
                }
              >
                Your draft is restored, last saved <RelativeTime at={form.restoredAt} />.
              </Callout>
            ) : null}
            {refusal ? (
              <Callout tone="warning" title={`#${refusal.number} cannot take this edit. ${refusal.why}`}>
                What you write here becomes a change request of its own.
              </Callout>
            ) : null}
            {sending.banner ? (
              <ErrorBanner requestId={sending.banner.requestId}>{sending.banner.words}</ErrorBanner>
            ) : null}
            <NameField
              kind={kind}
              itemId={item?.id ?? null}
              value={draft.name}
              error={errorOf('name')}
              isChanged={item !== null && changed.includes('name')}
              findings={preview.data?.findings.filter(isAboutName) ?? []}
              onChange={(next) => set('name', next)}
              onUse={(document) => {
                if (changed.every((key) => key === 'name')) form.forget();
                router.push(itemHref(plan, document));
              }}
              onFix={set}
            />
            <FormFields
              kind={kind}
              focus={field}
              draft={draft}
              changed={item ? changed : []}
              isTried={isTried}
              wrong={Object.keys(problems)}
              clashes={sending.clashes}
              errorOf={errorOf}
              claimOf={(key) =>
                item && isClaimable(kind, key) && (changed.includes(key) || claimable.includes(key))
                  ? draft.claims.includes(key)
                  : null
              }
              other={other}
              onChange={set}
              onClaim={claim}
              onProblem={noteProblem}
              onClash={sending.takeSide}
            />
            {request === null ? (
              <ReasonFields
                reason={draft.reason}
                title={draft.title}
                proposed={proposedTitle(kind, before, draft)}
                onChange={(part) => change(Object.keys(part).join(), (old) => ({ ...old, ...part }))}
              />
            ) : null}
          </form>
          <aside
            aria-label="What your edit does"
            className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-7rem)] lg:self-start lg:overflow-y-auto"
          >
            <EffectsPanel
              preview={preview.data}
              differences={differences}
              error={preview.error}
              isPending={preview.isFetching}
              onRetry={() => void preview.refetch()}
              onFix={set}
            />
          </aside>
        </div>
        {removal.dialog}
      </FormProvider>
    </Attendance>
  );
}

function SavedState({ saved }: { saved: 'clean' | 'saving' | 'saved' | 'failed' }) {
  if (saved === 'clean') return null;
  const words = {
    saving: 'Saving',
    saved: 'Saved in this browser',
    failed: 'Not saved: the browser’s storage is full',
  }[saved];
  return <span className={saved === 'failed' ? 'text-removed text-sm' : 'text-sm text-subtle'}>{words}</span>;
}

/** What the conventions say of the name; what is called nearly the same is shown as items, not as a sentence. */
function isAboutName(finding: PreviewView['findings'][number]): boolean {
  return finding.field === 'name' && finding.rule !== 'near-duplicate';
}

function primaryWords(role: string, request: ComposerProps['request'], isEdit: boolean): string {
  if (request) return request.holdsItem && isEdit ? `Save to #${request.number}` : `Add to #${request.number}`;
  return role === 'viewer' ? 'Send proposal' : 'Send for review';
}
