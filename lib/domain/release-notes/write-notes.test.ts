import { describe, expect, it } from 'vitest';
import { writeNotes } from './write-notes';

describe('notes of a release', () => {
  it('say why, then what changed, loudest first', () => {
    const notes = writeNotes({
      reason: 'Refunds were counted twice.',
      omitted: 0,
      items: [
        { name: 'Tag', kind: 'event', significance: 'editorial', sentences: ['tags were edited'] },
        {
          name: 'Order Completed',
          kind: 'event',
          significance: 'meaning',
          sentences: ['meaning changed from “paid” to “captured”'],
        },
      ],
    });
    expect(notes).toBe(
      [
        'Refunds were counted twice.',
        '## Meaning changes',
        'Numbers before and after are not comparable.',
        '- **Order Completed** (event): Meaning changed from “paid” to “captured”.',
        '## Wording',
        'Wording only.',
        '- **Tag** (event): Tags were edited.',
      ].join('\n\n'),
    );
  });

  it('keep what people wrote as they wrote it', () => {
    const notes = writeNotes({
      reason: '# Not a head\n- not a list\n1. nor this',
      omitted: 2,
      items: [{ name: 'a*b_c', kind: 'event', significance: 'additive', sentences: ['<b>new</b>\nline'] }],
    });
    expect(notes).toContain('\\# Not a head\n\\- not a list\n1\\. nor this');
    expect(notes).toContain('- **a\\*b\\_c** (event): \\<b\\>new\\</b\\> line.');
    expect(notes).toContain('2 quieter changes are not listed.');
  });

  it('say so when there is nothing to say', () => {
    expect(writeNotes({ reason: '', items: [], omitted: 0 })).toBe('Nothing that others would notice has changed.');
  });
});
