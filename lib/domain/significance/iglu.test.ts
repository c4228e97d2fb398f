import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { diffPlans } from '../diff/diff-plans';
import { plansOfSchemas } from '../testing/json-schema-plan';
import { classifyPlanDiff } from './classify-plan-diff';

const answer = z.enum(['yes', 'no', 'unknown']);
const stepSchema = z.object({
  schema: z.string(),
  step: z.string(),
  vendor: z.enum(['ADDITION', 'REVISION', 'MODEL']).nullable(),
  structural: z.object({
    old_data_valid_under_new: answer,
    reader_impact: z.boolean(),
    documentation_only: z.boolean(),
    no_change: z.boolean(),
  }),
  before: z.record(z.string(), z.unknown()),
  after: z.record(z.string(), z.unknown()),
});

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const lines = read('./fixtures/iglu/steps.jsonl')
  .split('\n')
  .filter((line) => line !== '');

const steps = lines.map((line) => {
  const step = stepSchema.parse(JSON.parse(line));
  const { before, after } = plansOfSchemas(step.before, step.after);
  const changes = classifyPlanDiff(before, after, diffPlans(before, after));
  return {
    ...step,
    changes,
    senders: changes.some((change) => change.breaks.senders),
    readers: changes.some((change) => change.breaks.readers),
  };
});

// A text password stays valid where an object is allowed beside it; the verdict takes that object's required field for one of the text.
const refuted = 'com.snowplowanalytics.snowplow.storage/redshift_config 2-0-0 to 2-1-0';
const called = (step: { schema: string; step: string }) => `${step.schema} ${step.step}`;

describe('steps of Iglu Central', () => {
  it('are all there', () => {
    expect(steps.filter((step) => step.vendor !== null)).toHaveLength(72);
    expect(steps.filter((step) => step.vendor === null)).toHaveLength(217);
  });

  it('misses none by which old data becomes invalid', () => {
    const missed = steps
      .filter((step) => step.structural.old_data_valid_under_new === 'no' && !step.senders)
      .map(called);
    expect(missed.filter((step) => step !== refuted)).toEqual([]);
  });

  it('the one verdict that is not followed is refuted by a validator', () => {
    const step = steps.find((one) => called(one) === refuted);
    if (!step) throw new Error('the step is gone');
    const old = {
      name: 'a',
      host: 'h',
      database: 'd',
      port: 1,
      sslMode: 'DISABLE',
      schema: 's',
      username: 'u',
      password: 'p',
      maxError: 1,
      compRows: 20000,
      roleArn: 'arn:aws:iam::123456789876:role/RedshiftLoadRole',
      purpose: 'ENRICHED_EVENTS',
    };
    const valid = (schema: object) => new Ajv({ strict: false, validateFormats: false }).validate(schema, old);
    expect([valid(step.before), valid(step.after)]).toEqual([true, true]);
  });

  it('asks nothing of senders where old data stays valid', () => {
    expect(
      steps.filter((step) => step.structural.old_data_valid_under_new === 'yes' && step.senders).map(called),
    ).toEqual([]);
  });

  it('finds no break in what is documentation only, nor anything in what is no change', () => {
    for (const step of steps.filter((one) => one.structural.documentation_only || one.structural.no_change))
      expect([called(step), step.senders, step.readers]).toEqual([called(step), false, false]);
    for (const step of steps.filter((one) => one.structural.no_change))
      expect([called(step), step.changes.length]).toEqual([called(step), 0]);
  });

  it('every disagreement stands in the documentation with its reason, and nothing else does', () => {
    const found = steps.flatMap((step) => {
      const broken = step.senders || step.readers;
      const disagrees = [
        (step.vendor === 'ADDITION' && broken) || (step.vendor !== null && step.vendor !== 'ADDITION' && !broken)
          ? 'vendor'
          : '',
        step.structural.old_data_valid_under_new === 'no' && !step.senders ? 'senders' : '',
        step.structural.reader_impact !== step.readers ? 'readers' : '',
      ].filter((kind) => kind !== '');
      return disagrees.map((kind) => `${called(step)} | ${kind}`);
    });
    const documented = [
      ...read('../../../docs/significance.md').matchAll(
        /^\| `(.+?)` +\| (vendor|senders|readers) +\| .+? \| .{10,} \|$/gmu,
      ),
    ].map(([, step, kind]) => `${step} | ${kind}`);
    expect(documented.sort()).toEqual(found.sort());
  });
});
