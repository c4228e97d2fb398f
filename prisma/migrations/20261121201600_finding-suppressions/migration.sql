-- CreateTable
CREATE TABLE "finding_suppressions" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" DATE NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by_id" TEXT,

    CONSTRAINT "finding_suppressions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "finding_suppressions_plan_id_until_idx" ON "finding_suppressions"("plan_id", "until");

-- CreateIndex
CREATE UNIQUE INDEX "finding_suppressions_id_workspace_id_key" ON "finding_suppressions"("id", "workspace_id");

-- AddForeignKey
ALTER TABLE "finding_suppressions" ADD CONSTRAINT "finding_suppressions_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_suppressions" ADD CONSTRAINT "finding_suppressions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_suppressions" ADD CONSTRAINT "finding_suppressions_revoked_by_id_fkey" FOREIGN KEY ("revoked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.
-- Who revoked it and when are known together or not at all.
ALTER TABLE "finding_suppressions" ADD CONSTRAINT "finding_suppressions_revoked_whole" CHECK (("revoked_at" IS NULL) = ("revoked_by_id" IS NULL));
