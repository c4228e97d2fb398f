import { describe, expect, it } from 'vitest';
import { emptyWords, missingWords, verdictWords } from './row-words';

const jonas = { id: 'us_jonas', name: 'Jonas Lindqvist' };
const noor = { id: 'us_noor', name: 'Noor Haddad' };

describe('a row of the list', () => {
  it.each([
    [[], 0, ''],
    [[], 2, '2 approvals'],
    [[jonas], 1, 'Jonas Lindqvist asks for changes, 1 approval'],
    [[jonas, noor], 0, 'Jonas Lindqvist and 1 more ask for changes'],
  ])('says what reviewers said', (blocking, approvals, words) => {
    expect(verdictWords({ blocking, approvals })).toBe(words);
  });

  it.each([
    ['in-review', [], [], 'Ready to merge'],
    ['in-review', ['An owner approves', 'An approver approves'], [], 'Missing: An owner approves, and 1 more'],
    ['changes-requested', ['Jonas Lindqvist asks for changes'], [jonas], ''],
    ['draft', ['An owner approves'], [], 'Not sent for review yet'],
    ['merged', [], [], ''],
  ] as const)('says of %s what is missing, and nothing twice', (status, missing, blocking, words) => {
    expect(missingWords({ status, missing: [...missing], blocking: [...blocking] })).toBe(words);
  });

  it('explains an empty tab by what was searched for', () => {
    expect(emptyWords('open', 'checkout')).toContain('“checkout”');
    expect(emptyWords('needs-me', '')).toBe('Nothing waits for you.');
  });
});
