import type { ChangeRequestRow } from '@/lib/contracts/change-requests';

/** What reviewers have said so far, or an empty text while nobody has. */
export function verdictWords(row: Pick<ChangeRequestRow, 'approvals' | 'blocking'>): string {
  const parts: string[] = [];
  const [first, ...others] = row.blocking;
  if (first)
    parts.push(
      others.length === 0
        ? `${first.name} asks for changes`
        : `${first.name} and ${others.length} more ask for changes`,
    );
  if (row.approvals > 0) parts.push(row.approvals === 1 ? '1 approval' : `${row.approvals} approvals`);
  return parts.join(', ');
}

/** What stands between a request and its merge, in one line. */
export function missingWords(row: Pick<ChangeRequestRow, 'status' | 'missing' | 'blocking'>): string {
  switch (row.status) {
    case 'merged':
    case 'closed':
      return '';
    case 'draft':
      return 'Not sent for review yet';
    default: {
      // Who asks for changes is said beside it already.
      const [first, ...others] = row.missing.filter(
        (words) => !row.blocking.some(({ name }) => words.startsWith(name)),
      );
      if (first === undefined) return row.missing.length === 0 ? 'Ready to merge' : '';
      return others.length === 0 ? `Missing: ${first}` : `Missing: ${first}, and ${others.length} more`;
    }
  }
}

/** How an empty tab is explained, with the words searched for when there are any. */
export function emptyWords(tab: string, q: string): string {
  if (q !== '') return `No change request here is called “${q}”.`;
  const words: Record<string, string> = {
    'needs-me': 'Nothing waits for you.',
    mine: 'You have no open change request.',
    open: 'No change request is open. Propose an event, or open any item and edit it.',
    merged: 'Nothing was merged yet.',
    closed: 'Nothing was closed without merging.',
  };
  return words[tab] ?? 'Nothing here.';
}
