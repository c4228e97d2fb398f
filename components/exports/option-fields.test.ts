import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { exportAdapters } from '@/lib/adapters/exports/list';
import { optionFields, withOption } from './option-fields';

describe.each(exportAdapters.map((adapter) => [adapter.id, adapter] as const))(
  'the options of %s',
  (_, { options }) => {
    const fields = optionFields(z.toJSONSchema(options, { io: 'input' }) as Record<string, unknown>);

    it('are all drawn, each explained', () => {
      expect(fields.map((field) => field.key).sort()).toEqual(Object.keys(options.shape).sort());
      for (const field of fields) expect(field.hint).not.toBe('');
    });

    it('begin as the format has them', () => {
      expect(Object.fromEntries(fields.map((field) => [field.key, field.initial]))).toEqual(options.parse({}));
    });
  },
);

it('keeps only options that differ', () => {
  const field = { kind: 'switch', key: 'bom', label: 'Bom', hint: '', initial: false } as const;
  expect(withOption({}, field, true)).toEqual({ bom: true });
  expect(withOption({ bom: true, other: 1 }, field, false)).toEqual({ other: 1 });
});
