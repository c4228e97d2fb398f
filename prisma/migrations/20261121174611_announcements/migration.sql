-- CreateTable
CREATE TABLE "announcements" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "item_id" TEXT,
    "text" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "announcements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "announcements_plan_id_ends_at_idx" ON "announcements"("plan_id", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "announcements_id_workspace_id_key" ON "announcements"("id", "workspace_id");

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- Values that no row may have.
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_text_check" CHECK ("text" <> '' AND char_length("text") <= 2000);
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_times_check" CHECK ("ends_at" >= "starts_at");
