import { describe, expect, it } from 'vitest';
import { draftFaults, inputMoment, momentOf } from './announcement-draft';

const now = new Date('2026-03-10T09:30:00');
const draft = { text: 'The checkout moves.', start: '2026-03-10T09:00', end: '2026-03-12T09:00' };

describe('the draft of an announcement', () => {
  it.each([
    [{}, {}],
    [{ text: '  ' }, { text: 'Say what people should know' }],
    [{ text: 'x'.repeat(2_003) }, { text: 'Shorten it by 3 characters' }],
    [{ start: '' }, { start: 'Choose a day and a time' }],
    [{ end: '' }, { end: 'Choose a day and a time' }],
    [{ end: '2026-03-10T09:10' }, { end: 'This has passed already' }],
    [{ start: '2026-03-13T09:00' }, { end: 'It must end after it starts' }],
  ])('with %j says %j', (over, faults) => {
    expect(draftFaults({ ...draft, ...over }, now)).toEqual(faults);
  });

  it('reads a moment as it shows it', () => {
    expect(inputMoment(now)).toBe('2026-03-10T09:30');
    expect(momentOf(inputMoment(now))).toEqual(now);
  });
});
