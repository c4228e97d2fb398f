'use client';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback, useMemo, useRef, useState } from 'react';
import { keysOf } from '@/components/shared/keyboard/registry';
import { useShortcut } from '@/components/shared/keyboard/use-shortcut';
import { usePlan } from '@/components/shared/plan-context';
import { planHref } from '@/components/shared/plan-href';
import { announce } from '@/components/ui/announce';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ErrorBanner } from '@/components/ui/error-banner';
import { MenuItem } from '@/components/ui/dropdown-menu';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import { notify } from '@/components/ui/toast';
import { Tooltip } from '@/components/ui/tooltip';
import { previewOptions } from '@/lib/client/change-requests';
import { ApiError, wordsFor } from '@/lib/client/http';
import { type Progress, type ProposedClaim, usePropose } from '@/lib/client/propose';
import { type Item, qualifiedName, withField } from '@/lib/domain/plan/item';
import type { ItemKind } from '@/lib/domain/plan/kinds/define';
import { kinds } from '@/lib/domain/plan/kinds/list';
import { newId } from '@/lib/kit/id';
import { changedKeys, draftOf, emptyDraft, isClaimable, type NewProperty, problemsOf, proposedTitle, shownDifferences, standingClaims, valueIn, withValue } from './composer/draft';
import { EffectsPanel } from './composer/effects-panel';
import { FormFields } from './composer/form-fields';
import { FormProvider } from './composer/form-context';
import { KindChoice } from './composer/kind-choice';
import { NameField } from './composer/name-field';
import { clashesIn, focusField, serverErrors } from './composer/problems';
import { ReasonFields } from './composer/reason-fields';
import { useRemoval } from './composer/removal';
import { hasAnything, newItemId, type SubmissionInput, submissionOf } from './composer/submission';
import { useDraft } from './composer/use-draft';
import { startEditing } from './editing';
import { useDebounced } from './use-debounced';

export interface ComposerProps {
  readonly planId: string;
  readonly kind: ItemKind;
  /** The item as it stands where it is edited; `null` for a new one. */
  readonly item: Item | null;
  /** The wanted name of a new item. */
  readonly name: string;
  /** The request it becomes part of; `null` starts one. */
  readonly request: { readonly number: number; readonly title: string; readonly holdsItem: boolean } | null;
  /** Names of what is only in the request. */
  readonly names: Readonly<Record<string, string>>;
  readonly claims: readonly ProposedClaim[];
  /** Prose fields the request edits already. */
  readonly claimable: readonly string[];
}

const previewAfterMs = 250;

/** Writes one item: the form, beside it what the edit does, and the way into review. */
export function ComposerScreen({ planId, kind, item, name, request, names, claims, claimable }: ComposerProps) {
  const plan = usePlan();
  const router = useRouter();
  const number = request?.number ?? null;
  const first = useMemo(() => {
    const whole = claims.filter((claim) => claim.member === null).map((claim) => claim.field);
    return item ? draftOf(item, whole) : emptyDraft(kind, name);
  }, [item, kind, name, claims]);
  const form = useDraft(plan, { number, itemId: item?.id ?? null, kind }, item, first);
  const { draft, before, change } = form;
  const propose = usePropose(plan);
  const progress = useRef<Progress>({ number: null, ids: {} });
  const ownId = useRef(newItemId(kind));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);
  const [unreadable, setUnreadable] = useState<Readonly<Record<string, string>>>({});
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [clashes, setClashes] = useState<Readonly<Record<string, { value: unknown }>>>({});
  const [banner, setBanner] = useState<{ words: string; requestId: string | undefined } | null>(null);
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());

  const changed = useMemo(() => changedKeys(kind, before, draft), [kind, before, draft]);
  const problems = useMemo(() => ({ ...problemsOf(kind, draft), ...unreadable }), [kind, draft, unreadable]);
  const errorOf = (key: string) =>
    refused[key] ?? unreadable[key] ?? (isTried || touched.has(key) ? problems[key] : undefined);

  const asked = useDebounced(useMemo(() => ({ itemId: item?.id ?? null, kind, namespace: draft.namespace, name: draft.name.trim(), content: draft.content as Record<string, never> }), [item, kind, draft]), previewAfterMs);
  const isBlank = asked.name === '' && changed.length === 0;
  const preview = useQuery({ ...previewOptions(plan, number, asked), enabled: !isBlank && asked.name !== '' });
  const differences = preview.data ? shownDifferences(preview.data.differences, { ...draft, claims: standingClaims(before, draft) }) : [];

  const input: SubmissionInput = { kind, before, draft, number, submit: true, loadedClaims: claims, newItemId: ownId.current };
  const set = useCallback(
    (key: string, value: unknown) => {
      change(key, (old) => withValue(old, key, value));
      setRefused((old) => without(old, key));
    },
    [change],
  );
  const send = (submit: boolean) => {
    setTried(true);
    setBanner(null);
    if (propose.isPending) return;
    const wrong = ['name', ...Object.keys(problems)].find((key) => problems[key]);
    if (wrong) {
      announce(problems[wrong] ?? '', 'assertive');
      focusField(wrong);
      return;
    }
    if (Object.keys(clashes).length > 0) {
      focusField(Object.keys(clashes)[0] ?? 'name');
      return;
    }
    if (!hasAnything(input)) {
      setBanner({ words: 'Nothing is changed yet.', requestId: undefined });
      return;
    }
    propose.mutate(
      { proposal: submissionOf({ ...input, submit }), progress: progress.current },
      {
        onSuccess: (done) => {
          form.forget();
          if (request === null && !submit) startEditing(planId, done.number);
          notify(sentWords(request !== null, submit, done.number));
          router.push(planHref(plan, `change-requests/${done.number}${done.itemId ? `?item=${done.itemId}` : ''}`));
        },
        onError: (error) => {
          form.save();
          const moved = clashesIn(error);
          setClashes(moved);
          const fields = serverErrors(error);
          setRefused(fields);
          setBanner({ words: `${wordsFor(error)} What you wrote is kept.`, requestId: error instanceof ApiError ? error.requestId : undefined });
          const place = Object.keys({ ...moved, ...fields })[0];
          if (place) focusField(place);
        },
      },
    );
  };
  useShortcut('form.submit', (event) => {
    event.preventDefault();
    send(true);
  }, { isPending: propose.isPending });
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
      change(`property ${id}`, (old) => ({ ...old, newProperties: old.newProperties.map((one) => (one.id === id ? { ...one, ...part } : one)) })),
    [change],
  );
  const claim = useCallback(
    (key: string, on: boolean) =>
      change(`claim ${key}`, (old) => ({ ...old, claims: on ? [...old.claims, key] : old.claims.filter((one) => one !== key) })),
    [change],
  );
  const noteProblem = useCallback(
    (key: string, words: string | null) => setUnreadable((old) => (words === null ? without(old, key) : { ...old, [key]: words })),
    [],
  );
  const noteTouched = useCallback((key: string) => setTouched((old) => (old.has(key) ? old : new Set(old).add(key))), []);
  const { acceptBefore } = form;
  const takeSide = useCallback(
    (key: string, take: 'mine' | 'theirs') => {
      const theirs = clashes[key];
      if (!theirs) return;
      acceptBefore((old) => withField(old, key, theirs.value));
      if (take === 'theirs') change(`theirs ${key}`, (old) => withValue(old, key, theirs.value));
      setClashes((old) => without(old, key));
    },
    [clashes, acceptBefore, change],
  );
  const latest = useRef(draft);
  latest.current = draft;
  const other = useCallback((key: string) => valueIn(latest.current, key), []);
  const removal = useRemoval(item, request, () => form.forget());
  const label = kinds[kind].label.toLowerCase();
  const near = preview.data && (!item || changed.includes('name')) ? preview.data.near.filter((one) => !known.has(one.itemId)) : [];
  return (
    <FormProvider extraNames={names} newProperties={draft.newProperties} createProperty={createProperty} updateProperty={updateProperty}>
      <PageHeader
        title={item ? <>Edit <span className="font-mono">{qualifiedName(item)}</span></> : `Propose ${label}`}
        trail={request ? `In #${request.number} ${request.title}` : item ? kinds[kind].label : undefined}
        state={<SavedState saved={form.saved} />}
        secondary={
          <>
            {item ? null : <KindChoice kind={kind} name={draft.name} number={number} />}
            {request === null && plan.role !== 'viewer' ? (
              <Button className="max-sm:hidden" onClick={() => send(false)} pending={propose.isPending}>
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
            <Button variant="primary" onClick={() => send(true)} pending={propose.isPending}>
              {primaryWords(plan.role, request, item !== null)}
            </Button>
          </Tooltip>
        }
      />
      <div className="grid gap-x-12 gap-y-8 px-4 py-6 lg:grid-cols-[minmax(0,44rem)_minmax(16rem,22rem)] lg:px-6">
        <form className="flex min-w-0 flex-col gap-6" aria-label={item ? `Edit ${item.name}` : `Propose ${label}`} onSubmit={(event) => event.preventDefault()} noValidate>
          {form.restoredAt ? (
            <Callout action={<Button size="toolbar" onClick={form.discard}>Discard</Button>}>
              Your draft from <RelativeTime at={form.restoredAt} /> is restored.
            </Callout>
          ) : null}
          {banner ? <ErrorBanner requestId={banner.requestId}>{banner.words}</ErrorBanner> : null}
          <NameField
            value={draft.name}
            error={errorOf('name')}
            isChanged={item !== null && changed.includes('name')}
            autoFocus={!item}
            near={near}
            findings={preview.data?.findings.filter((finding) => finding.field === 'name') ?? []}
            onChange={(next) => set('name', next)}
            onBlur={() => draft.name !== '' && setTouched((old) => new Set(old).add('name'))}
            onUse={(itemId) => {
              form.forget();
              router.push(planHref(plan, `change-requests/new?item=${itemId}${number === null ? '' : `&in=${number}`}`));
            }}
            onStillNew={() => setKnown(new Set([...known, ...near.map((one) => one.itemId)]))}
            onFix={set}
          />
          <FormFields
            kind={kind}
            draft={draft}
            changed={item ? changed : []}
            isTried={isTried}
            wrong={Object.keys(problems)}
            clashes={clashes}
            errorOf={errorOf}
            claimOf={(key) => (item && isClaimable(kind, key) && (changed.includes(key) || claimable.includes(key)) ? draft.claims.includes(key) : null)}
            other={other}
            onChange={set}
            onClaim={claim}
            onProblem={noteProblem}
            onBlur={noteTouched}
            onClash={takeSide}
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
        <aside aria-label="What your edit does" className="min-w-0 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-7rem)] lg:self-start lg:overflow-y-auto">
          <EffectsPanel preview={preview.data} differences={differences} error={preview.error} isPending={preview.isFetching} onRetry={() => void preview.refetch()} onFix={set} />
        </aside>
      </div>
      {removal.dialog}
    </FormProvider>
  );
}

function SavedState({ saved }: { saved: 'clean' | 'saving' | 'saved' | 'failed' }) {
  if (saved === 'clean') return null;
  const words = { saving: 'Saving', saved: 'Saved in this browser', failed: 'Not saved: the browser’s storage is full' }[saved];
  return <span className={saved === 'failed' ? 'text-removed text-sm' : 'text-sm text-subtle'}>{words}</span>;
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest;
}

function primaryWords(role: string, request: ComposerProps['request'], isEdit: boolean): string {
  if (request) return request.holdsItem && isEdit ? `Save to #${request.number}` : `Add to #${request.number}`;
  return role === 'viewer' ? 'Send proposal' : 'Send for review';
}

function sentWords(isPart: boolean, submit: boolean, number: number): string {
  if (isPart) return `Added to #${number}`;
  return submit ? `#${number} is in review` : `#${number} is a draft; further edits go into it`;
}
