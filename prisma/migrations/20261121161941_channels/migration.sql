-- CreateEnum
CREATE TYPE "channel_state" AS ENUM ('ACTIVE', 'PAUSED', 'DISABLED');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('WAITING', 'GATHERED', 'PENDING', 'DELIVERED', 'DEAD', 'SKIPPED');

-- CreateTable
CREATE TABLE "channels" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "sealed" TEXT,
    "token_hash" TEXT,
    "pace" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "digest_hour" INTEGER NOT NULL DEFAULT 9,
    "time_zone" TEXT,
    "state" "channel_state" NOT NULL DEFAULT 'ACTIVE',
    "state_reason" TEXT NOT NULL DEFAULT '',
    "failing_at" TIMESTAMPTZ(3),
    "created_by_id" TEXT NOT NULL,
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "channels_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deliveries" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "user_id" TEXT,
    "plan_id" TEXT,
    "form" TEXT NOT NULL,
    "subject_key" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" "delivery_status" NOT NULL,
    "status_reason" TEXT NOT NULL DEFAULT '',
    "digest_id" TEXT,
    "attempt_count" INTEGER NOT NULL DEFAULT 0,
    "counted_from" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "claimed_until" TIMESTAMPTZ(3),
    "lane" TEXT NOT NULL,
    "happened_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_attempts" (
    "delivery_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "words" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,

    CONSTRAINT "delivery_attempts_pkey" PRIMARY KEY ("delivery_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "channels_token_hash_key" ON "channels"("token_hash");

-- CreateIndex
CREATE INDEX "channels_workspace_id_user_id_idx" ON "channels"("workspace_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "channels_id_workspace_id_key" ON "channels"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "deliveries_workspace_id_channel_id_created_at_idx" ON "deliveries"("workspace_id", "channel_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "deliveries_digest_id_idx" ON "deliveries"("digest_id");

-- CreateIndex
CREATE UNIQUE INDEX "deliveries_id_workspace_id_key" ON "deliveries"("id", "workspace_id");

-- AddForeignKey
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "channels" ADD CONSTRAINT "channels_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_channel_id_workspace_id_fkey" FOREIGN KEY ("channel_id", "workspace_id") REFERENCES "channels"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_digest_id_workspace_id_fkey" FOREIGN KEY ("digest_id", "workspace_id") REFERENCES "deliveries"("id", "workspace_id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_delivery_id_workspace_id_fkey" FOREIGN KEY ("delivery_id", "workspace_id") REFERENCES "deliveries"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- Each person has one mail channel in a workspace, which is made for them.
CREATE UNIQUE INDEX "channels_own_mail_key" ON "channels" ("workspace_id", "user_id")
  WHERE "type" = 'email' AND "user_id" IS NOT NULL AND "removed_at" IS NULL;

-- What is due: read every second by each process that delivers.
CREATE INDEX "deliveries_due_idx" ON "deliveries" ("lane", "next_attempt_at", "id") WHERE "status" = 'PENDING';
-- What waits for a digest.
CREATE INDEX "deliveries_waiting_idx" ON "deliveries" ("next_attempt_at", "channel_id") WHERE "status" = 'WAITING';

-- Values that no row may have.
ALTER TABLE "channels" ADD CONSTRAINT "channels_pace_check" CHECK ("pace" IN ('each', 'urgent', 'digest'));
ALTER TABLE "channels" ADD CONSTRAINT "channels_digest_hour_check" CHECK ("digest_hour" BETWEEN 0 AND 23);
ALTER TABLE "channels" ADD CONSTRAINT "channels_name_check" CHECK ("name" <> '');
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_form_check" CHECK ("form" IN ('news', 'digest', 'test'));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_digest_check" CHECK (
  ("status" = 'GATHERED') = ("digest_id" IS NOT NULL) AND ("form" = 'news' OR "status" NOT IN ('WAITING', 'GATHERED')));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_settled_check"
  CHECK (("status" IN ('WAITING', 'PENDING')) = ("settled_at" IS NULL));
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_counts_check"
  CHECK ("counted_from" >= 0 AND "attempt_count" >= "counted_from");
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_number_check" CHECK ("number" > 0);
ALTER TABLE "delivery_attempts" ADD CONSTRAINT "delivery_attempts_outcome_check" CHECK ("outcome" IN ('delivered', 'gone', 'failed'));

-- An attempt stays as it went; it goes only with its delivery.
CREATE TRIGGER append_only BEFORE UPDATE ON "delivery_attempts" FOR EACH ROW EXECUTE FUNCTION "waymark_refuse_change"();
