-- CreateTable
CREATE TABLE "attendances" (
    "change_request_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "tab" TEXT NOT NULL,
    "item_id" TEXT,
    "is_editing" BOOLEAN NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("change_request_id","user_id","tab")
);

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma has no words for.
-- Who is here a moment ago is worth no write-ahead log, and rows that are updated every few seconds want room beside them.
ALTER TABLE "attendances" SET UNLOGGED;
ALTER TABLE "attendances" SET (fillfactor = 50);
