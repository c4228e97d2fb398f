import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/client/http';
import { clashesIn, serverErrors, without } from './problems';

const problem = (code: string, more: object) => new ApiError({ status: 409, code, title: code, ...more });

describe('an answer that refuses a form', () => {
  it('puts each error beside its field', () => {
    const error = problem('input.invalid', {
      errors: [
        { path: 'items.0.name', message: 'is taken' },
        { path: 'fields.meaning', message: 'is too long' },
      ],
    });
    expect(serverErrors(error)).toEqual({ name: 'is taken', meaning: 'is too long' });
    expect(serverErrors(new Error('offline'))).toEqual({});
  });

  it('says which fields somebody else changed, and what they say now', () => {
    const fields = [{ field: 'meaning', theirs: 'Theirs.' }, { field: 'unit', theirs: null }, 'nonsense'];
    expect(clashesIn(problem('change.field-moved', { fields }))).toEqual({
      meaning: { value: 'Theirs.' },
      unit: { value: null },
    });
    expect(clashesIn(problem('change-request.outdated', { fields }))).toEqual({});
    expect(clashesIn(problem('change.field-moved', {}))).toEqual({});
  });

  it('keeps a record that does not have the key', () => {
    const record = { a: 1 };
    expect(without(record, 'b')).toBe(record);
    expect(without(record, 'a')).toEqual({});
  });
});
