-- CreateTable
CREATE TABLE "release_health" (
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "rules" INTEGER NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "release_health_pkey" PRIMARY KEY ("plan_id","number")
);

-- CreateTable
CREATE TABLE "release_notes" (
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "text" TEXT,
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "edited_by_id" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "release_notes_pkey" PRIMARY KEY ("plan_id","number")
);

-- CreateIndex
CREATE UNIQUE INDEX "release_health_plan_id_number_workspace_id_key" ON "release_health"("plan_id", "number", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_notes_plan_id_number_workspace_id_key" ON "release_notes"("plan_id", "number", "workspace_id");

-- AddForeignKey
ALTER TABLE "release_health" ADD CONSTRAINT "release_health_plan_id_number_workspace_id_fkey" FOREIGN KEY ("plan_id", "number", "workspace_id") REFERENCES "releases"("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_notes" ADD CONSTRAINT "release_notes_plan_id_number_workspace_id_fkey" FOREIGN KEY ("plan_id", "number", "workspace_id") REFERENCES "releases"("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_notes" ADD CONSTRAINT "release_notes_edited_by_id_fkey" FOREIGN KEY ("edited_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- Values that no row may have.
ALTER TABLE "release_notes" ADD CONSTRAINT "release_notes_text_check" CHECK ("text" IS NULL OR ("text" <> '' AND char_length("text") <= 50000));
