import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AuditFilter } from '@/lib/contracts/audit';
import { createWorld, type World } from '@/lib/features/testing/world';
import { prisma } from '@/lib/infra/db/client';
import { inTransaction } from '@/lib/infra/db/transaction';
import { digestOf } from '@/lib/kit/digest';
import { writeAudits } from '@/lib/store/audit';
import { checkAudit } from './check-audit';
import { exportAudit } from './export-audit';
import { listAuditEntries } from './list-audit-entries';

let world: World;

/** More than one piece of an export, by two people and the system, an hour apart. */
beforeAll(async () => {
  world = await createWorld();
  const { admin, approver } = world.people;
  const records = Array.from({ length: 1_100 }, (_, at) => ({
    at: new Date(Date.UTC(2026, 0, 1, at)),
    actorId: at === 7 ? null : at % 2 === 0 ? admin.userId : approver.userId,
    via: at === 7 ? 'system' : 'session:se_x',
    action: at % 10 === 0 ? 'team.create' : 'change-request.edited',
    subjectKind: 'team',
    subjectId: at === 1 ? '=HYPERLINK("http://example.com")' : `tm_${at}`,
    detail: { name: 'é "x"\n', at },
  }));
  await inTransaction((tx) => writeAudits(tx, world.workspaceId, records));
});

async function exported(filter: AuditFilter, format: 'jsonl' | 'csv'): Promise<string> {
  const file = await exportAudit(world.people.admin.actor, { ...filter, format });
  if (!file.ok) throw new Error(file.error.code);
  return new Response(file.value.body).text();
}

const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown> & { seq: number; hash: string; prevHash: string });

describe('the record', () => {
  it('is filtered by person, by what was done and by time', async () => {
    const { admin } = world.people;
    const total = async (filter: AuditFilter) => {
      const page = await listAuditEntries(admin.actor, { ...filter, limit: 5 });
      return page.ok ? page.value.total : page.error.code;
    };
    expect(await total({})).toBe(1_100);
    expect(await total({ actor: admin.userId })).toBe(550);
    expect(await total({ actor: 'system' })).toBe(1);
    expect(await total({ action: 'team' })).toBe(110);
    expect(await total({ action: 'team.create', actor: admin.userId })).toBe(110);
    expect(await total({ action: 'tea' })).toBe(0);
    expect(await total({ from: '2026-01-02T00:00:00Z', until: '2026-01-03T00:00:00Z' })).toBe(24);
  });

  it('verifies from its export alone, and shows what was altered in it', async () => {
    const lines = linesOf(await exported({}, 'jsonl'));
    expect(lines).toHaveLength(1_100);
    const holds = (all: typeof lines) =>
      all.every(({ hash, ...rest }, at) => hash === digestOf(rest) && rest.prevHash === (all[at - 1]?.hash ?? ''));
    expect(holds(lines)).toBe(true);
    expect(holds(lines.map((line) => (line.seq === 500 ? { ...line, action: 'team.update' } : line)))).toBe(false);
    expect(holds(lines.filter((line) => line.seq !== 500))).toBe(false);
    expect(await checkAudit(world.people.admin.actor)).toEqual({ ok: true, value: { entries: 1_100, brokenAt: null } });
  });

  it('exports what is wanted as a spreadsheet that runs nothing', async () => {
    const text = await exported({ actor: world.people.approver.userId }, 'csv');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    expect(rows).toHaveLength(549);
    expect(rows[0]).toMatchObject({ seq: '2', subjectId: `'=HYPERLINK("http://example.com")` });
    expect(rows[0]?.actorName).toBe(world.people.approver.name);
    expect(JSON.parse(rows[0]?.detail ?? '')).toEqual({ name: 'é "x"\n', at: 1 });
  });

  it('is for admins', async () => {
    const { actor } = world.people.approver;
    for (const refused of [await checkAudit(actor), await exportAudit(actor, { format: 'csv' })])
      expect(refused).toMatchObject({ ok: false, error: { code: 'access.denied' } });
    expect(await prisma().auditEntry.count({ where: { workspaceId: world.workspaceId } })).toBe(1_100);
  });
});
