import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prisma } from './client';
import { inTransaction, isRetryable } from './transaction';

describe('inTransaction', () => {
  beforeAll(async () => {
    await prisma().$executeRaw`CREATE TABLE test_counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL)`;
    await prisma().$executeRaw`INSERT INTO test_counters VALUES ('a', 0), ('b', 0)`;
  });
  afterAll(async () => {
    await prisma().$executeRaw`DROP TABLE test_counters`;
    await prisma().$disconnect();
  });
  const counterOf = async (name: string) =>
    (await prisma().$queryRaw<{ value: number }[]>`SELECT value FROM test_counters WHERE name = ${name}`)[0]?.value;

  it('writes nothing when the function throws', async () => {
    const work = inTransaction(async (tx) => {
      await tx.$executeRaw`UPDATE test_counters SET value = 99 WHERE name = 'a'`;
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await counterOf('a')).toBe(0);
  });

  it('runs again what PostgreSQL broke off for the sake of another', async () => {
    let runs = 0;
    const addOne = () =>
      inTransaction(
        async (tx) => {
          runs += 1;
          const rows = await tx.$queryRaw<{ value: number }[]>`SELECT value FROM test_counters WHERE name = 'a'`;
          await new Promise((done) => setTimeout(done, 30));
          await tx.$executeRaw`UPDATE test_counters SET value = ${(rows[0]?.value ?? 0) + 1} WHERE name = 'a'`;
        },
        { isolation: 'Serializable' },
      );
    await Promise.all([addOne(), addOne(), addOne()]);
    expect(await counterOf('a')).toBe(3);
    expect(runs).toBeGreaterThan(3);
  });

  it('runs again after a deadlock', async () => {
    let met: () => void = () => undefined;
    const bothHoldOne = new Promise<void>((done) => {
      met = done;
    });
    let holding = 0;
    const addBoth = (first: string, second: string) =>
      inTransaction(async (tx) => {
        await tx.$executeRaw`UPDATE test_counters SET value = value + 10 WHERE name = ${first}`;
        holding += 1;
        if (holding >= 2) met();
        await bothHoldOne;
        await tx.$executeRaw`UPDATE test_counters SET value = value + 10 WHERE name = ${second}`;
      });
    await Promise.all([addBoth('a', 'b'), addBoth('b', 'a')]);
    expect(await counterOf('b')).toBe(20);
  });

  it('does not repeat an error that would come again', async () => {
    let runs = 0;
    const work = inTransaction(async (tx) => {
      runs += 1;
      await tx.$executeRaw`INSERT INTO test_counters VALUES ('a', 0)`;
    });
    await expect(work).rejects.toThrow();
    expect(runs).toBe(1);
  });
});

describe('isRetryable', () => {
  it.each([
    [{ code: 'P2034' }, true],
    [{ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '40P01' } } } }, true],
    [{ cause: { kind: 'TransactionWriteConflict' } }, true],
    [{ code: 'P2002' }, false],
    [new Error('40001'), false],
    ['40001', false],
    [undefined, false],
  ])('of %j is %s', (error, expected) => expect(isRetryable(error)).toBe(expected));
});
