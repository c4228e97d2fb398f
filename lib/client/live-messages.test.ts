import fc from 'fast-check';
import { expect, it } from 'vitest';
import { liveChangeSchema, liveReadySchema } from '@/lib/contracts/live';
import { changeOf, readySeqOf } from './live-messages';

const value = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.integer()));
const message = fc.oneof(
  value,
  fc.record({ seq: value, action: value, plan: value, number: value, more: value }, { requiredKeys: [] }),
  fc.record({
    seq: fc.option(fc.integer()),
    action: fc.string(),
    plan: fc.option(fc.string()),
    number: fc.option(fc.integer()),
  }),
);

it('reads the messages that the contract reads, as it does', () => {
  fc.assert(
    fc.property(message, (data) => {
      expect(changeOf(data)).toEqual(liveChangeSchema.safeParse(data).data);
      expect(readySeqOf(data)).toEqual(liveReadySchema.safeParse(data).data?.seq);
    }),
  );
});
