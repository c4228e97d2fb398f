-- AlterTable
ALTER TABLE "review_requests" ADD COLUMN     "author_told_at" TIMESTAMPTZ(3),
ADD COLUMN     "for_user_id" TEXT,
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3),
ADD COLUMN     "via_team_id" TEXT;

-- CreateTable
CREATE TABLE "absences" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "review_settings" (
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "template" TEXT NOT NULL DEFAULT '',
    "checklist" JSONB NOT NULL DEFAULT '[]',
    "reminder_days" INTEGER NOT NULL DEFAULT 2,
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_settings_pkey" PRIMARY KEY ("plan_id","workspace_id")
);

-- CreateTable
CREATE TABLE "checklist_ticks" (
    "change_request_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "line_id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_ticks_pkey" PRIMARY KEY ("change_request_id","line_id")
);

-- CreateIndex
CREATE INDEX "absences_workspace_id_substitute_id_idx" ON "absences"("workspace_id", "substitute_id");

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absences" ADD CONSTRAINT "absences_workspace_id_substitute_id_fkey" FOREIGN KEY ("workspace_id", "substitute_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_settings" ADD CONSTRAINT "review_settings_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_change_request_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "workspace_id") REFERENCES "change_requests"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_ticks" ADD CONSTRAINT "checklist_ticks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_via_team_id_workspace_id_fkey" FOREIGN KEY ("via_team_id", "workspace_id") REFERENCES "teams"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_for_user_id_fkey" FOREIGN KEY ("for_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.
