import { ApiError, wordsFor } from '@/lib/client/http';
import type { ChangeRequestView, FindingView, RequirementView, VerdictView } from '@/lib/contracts/change-requests';
import { counted, grouped } from '@/lib/kit/grouped';
import { moveOf } from './decide';

/** Names in a row, with a count of those that do not fit. */
export function namesInRow(names: readonly string[], most = 3): string {
  if (names.length <= most) {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
  }
  return `${names.slice(0, most).join(', ')} and ${grouped(names.length - most)} more`;
}

/** What a verdict says, in the past tense. */
export function verdictWords(verdict: Pick<VerdictView, 'kind' | 'covers' | 'voided'>, total: number): string {
  if (verdict.kind === 'comment') return 'commented';
  if (verdict.kind === 'request-changes') return 'asked for changes';
  const standing = verdict.covers - verdict.voided.length;
  if (verdict.covers === 0) return 'approved';
  return standing === total
    ? `approved, covers all ${counted(total, 'change')}`
    : `approved, covers ${grouped(standing)} of ${grouped(total)}`;
}

/** Which covered items an approval does not cover any more, and why. */
export function voidedWords(
  verdict: Pick<VerdictView, 'voided'>,
  changes: readonly { readonly itemId: string }[],
): string {
  const present = new Set(changes.map((row) => row.itemId));
  const names = (isPresent: boolean) =>
    verdict.voided.filter((one) => present.has(one.itemId) === isPresent).map((one) => one.name);
  const [edited, gone] = [names(true), names(false)];
  const sentences = [
    edited.length === 0
      ? ''
      : `Does not cover ${namesInRow(edited)} any more: edited, or updated with the plan, after this approval.`,
    gone.length === 0 ? '' : `${namesInRow(gone)} ${gone.length === 1 ? 'was' : 'were'} taken out of the request.`,
  ];
  return sentences.filter((one) => one !== '').join(' ');
}

/** How a verdict ended. */
export function liftedWords(lifted: NonNullable<VerdictView['lifted']>): string {
  const reason = lifted.reason.trim();
  if (lifted.kind === 'withdrawn') return reason === 'Approved' ? 'Lifted by approving.' : 'Withdrawn.';
  return `Dismissed by ${lifted.by}${reason === '' ? '.' : `: ${reason}`}`;
}

/** The items a requirement is about, when it is not about all of them. */
export function requirementItems(
  requirement: Pick<RequirementView, 'itemIds' | 'met'>,
  view: Pick<ChangeRequestView, 'changes'>,
): string {
  if (requirement.met || requirement.itemIds.length === 0 || requirement.itemIds.length >= view.changes.length)
    return '';
  const names = new Map(view.changes.map((row) => [row.itemId, row.name]));
  return namesInRow(requirement.itemIds.flatMap((id) => names.get(id) ?? []));
}

/** Where the request stands, in one line beside the buttons. */
export function standingWords(view: Pick<ChangeRequestView, 'status' | 'moves' | 'requirements'>): string {
  switch (view.status) {
    case 'draft':
      return moveOf(view, 'submit').enabled ? 'Nobody is asked to review it yet.' : moveOf(view, 'submit').whyNot;
    case 'merged':
      return '';
    case 'closed':
      return 'Closed without merging.';
    default: {
      const missing = view.requirements.filter((one) => !one.met);
      const [first] = missing;
      if (!first) return moveOf(view, 'merge').enabled ? 'Every requirement is met.' : moveOf(view, 'merge').whyNot;
      return missing.length === 1
        ? `Missing: ${first.words}.`
        : `Missing: ${first.words}, and ${missing.length - 1} more.`;
    }
  }
}

/** What the button of a verdict says. */
export function verdictButton(kind: VerdictView['kind'], covers: number | null, total: number): string {
  if (kind === 'request-changes') return 'Request changes';
  if (kind === 'comment') return 'Comment';
  if (covers === null || total < 2) return 'Approve';
  return covers === total
    ? `Approve ${grouped(total)} changes`
    : `Approve ${grouped(covers)} of ${grouped(total)} changes`;
}

/** What was read but not ticked off although it is loud, named once before approving. */
export function unseenWords(unseen: readonly { readonly name: string }[]): string {
  if (unseen.length === 0) return '';
  return `Not marked as viewed: ${namesInRow(
    unseen.map((one) => one.name),
    5,
  )}. ${unseen.length === 1 ? 'It changes' : 'They change'} a meaning or ${unseen.length === 1 ? 'breaks' : 'break'} something.`;
}

/** Whether the server refused because somebody else was faster. */
export function isStale(error: unknown): boolean {
  return (
    error instanceof ApiError && (error.status === 412 || error.code === 'conflict' || error.code.endsWith('.stale'))
  );
}

/** Words for a refused move, with what was kept. */
export function refusalWords(error: unknown, kept = ''): string {
  const words = isStale(error) ? 'This changed while you read; look again.' : wordsFor(error);
  return kept === '' ? words : `${words} ${kept}`;
}

/** What somebody did, for every reader: a voided approval is recorded in words to its giver. */
export function activityWords(words: string): string {
  const told = /^Your approval of (.+) no longer counts: /u.exec(words);
  return told ? `voided an approval of ${told[1]} by an edit` : words;
}

/** Findings by the rule they break, errors first. */
export function byRule(
  findings: readonly FindingView[],
): { rule: string; label: string; isError: boolean; findings: FindingView[] }[] {
  const groups = new Map<string, FindingView[]>();
  for (const one of findings) groups.set(one.rule, [...(groups.get(one.rule) ?? []), one]);
  return [...groups]
    .map(([rule, list]) => ({
      rule,
      label: ruleLabel(rule),
      isError: list.some((one) => one.severity === 'error' && one.excuse === null),
      findings: list,
    }))
    .sort((a, b) => Number(b.isError) - Number(a.isError));
}

function ruleLabel(rule: string): string {
  const words = rule.replace(/^[^.]*\./, '').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
