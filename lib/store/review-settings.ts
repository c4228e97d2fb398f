import 'server-only';
import type { ChangeRequest } from '../domain/review/change-request';
import { defaultReviewSettings, type ReviewSettings, reviewSettingsSchema } from '../domain/review/checklist';
import type { Tx } from '../infra/db/transaction';
import { toJson } from './json';

/** The settings with the version they were read at; 0 before they were ever saved. */
export interface StoredReviewSettings extends ReviewSettings {
  readonly lockVersion: number;
}

/** How change requests of a plan begin and are seen through. */
export async function readReviewSettings(tx: Tx, workspaceId: string, planId: string): Promise<StoredReviewSettings> {
  const row = await tx.reviewSettings.findFirst({ where: { planId, workspaceId } });
  if (!row) return { ...defaultReviewSettings, lockVersion: 0 };
  const { template, checklist, reminderDays, lockVersion } = row;
  return { ...reviewSettingsSchema.parse({ template, checklist, reminderDays }), lockVersion };
}

/** Saves settings that nobody saved since they were read; under the plan's lock. @returns false when somebody did */
export async function saveReviewSettings(
  tx: Tx,
  workspaceId: string,
  planId: string,
  lockVersion: number,
  { template, checklist, reminderDays }: ReviewSettings,
): Promise<boolean> {
  const data = { template, checklist: toJson(checklist), reminderDays };
  if (lockVersion === 0)
    return (
      (await tx.reviewSettings.createMany({ data: [{ ...data, planId, workspaceId }], skipDuplicates: true })).count ===
      1
    );
  const where = { planId, workspaceId, lockVersion };
  return (await tx.reviewSettings.updateMany({ where, data: { ...data, lockVersion: { increment: 1 } } })).count === 1;
}

/** Brings the ticks of a request from one list to another. */
export async function setTicks(
  tx: Tx,
  workspaceId: string,
  before: ChangeRequest,
  after: ChangeRequest,
): Promise<void> {
  if (before.ticks === after.ticks) return;
  const [was, is] = [before.ticks ?? [], after.ticks ?? []];
  const gone = was.filter((tick) => !is.includes(tick)).map(({ lineId }) => lineId);
  if (gone.length > 0) {
    const where = { changeRequestId: before.id, workspaceId, lineId: { in: gone } };
    await tx.checklistTick.deleteMany({ where });
  }
  const data = is
    .filter((tick) => !was.includes(tick))
    .map(({ lineId, words, by, at }) => ({
      ...{ changeRequestId: before.id, workspaceId, lineId, words },
      ...{ userId: by, createdAt: new Date(at) },
    }));
  if (data.length > 0) await tx.checklistTick.createMany({ data });
}
