-- CreateTable
CREATE TABLE "journeys" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded_key" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "journeys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey_steps" (
    "journey_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "stage" TEXT,
    "event_id" TEXT,
    "known_as" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "goes_on" BOOLEAN NOT NULL DEFAULT true,
    "branches" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "image_digest" TEXT,
    "image_alt" TEXT NOT NULL DEFAULT '',
    "annotations" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "journey_steps_pkey" PRIMARY KEY ("journey_id","id")
);

-- CreateTable
CREATE TABLE "journey_images" (
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journey_images_pkey" PRIMARY KEY ("digest","plan_id","workspace_id")
);

-- CreateIndex
CREATE INDEX "journeys_plan_id_folded_key_idx" ON "journeys"("plan_id", "folded_key");

-- CreateIndex
CREATE UNIQUE INDEX "journeys_id_plan_id_workspace_id_key" ON "journeys"("id", "plan_id", "workspace_id");

-- CreateIndex
CREATE INDEX "journey_steps_plan_id_image_digest_idx" ON "journey_steps"("plan_id", "image_digest");

-- CreateIndex
CREATE INDEX "journey_images_plan_id_idx" ON "journey_images"("plan_id");

-- AddForeignKey
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_steps" ADD CONSTRAINT "journey_steps_journey_id_plan_id_workspace_id_fkey" FOREIGN KEY ("journey_id", "plan_id", "workspace_id") REFERENCES "journeys"("id", "plan_id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_steps" ADD CONSTRAINT "journey_steps_event_id_plan_id_workspace_id_fkey" FOREIGN KEY ("event_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_steps" ADD CONSTRAINT "journey_steps_image_digest_plan_id_workspace_id_fkey" FOREIGN KEY ("image_digest", "plan_id", "workspace_id") REFERENCES "journey_images"("digest", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_images" ADD CONSTRAINT "journey_images_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- One journey of a name at a time; those that are deleted do not stand in its way.
CREATE UNIQUE INDEX "journeys_plan_id_folded_key_key" ON "journeys"("plan_id", "folded_key") WHERE "deleted_at" IS NULL;

-- Values that no row may have.
ALTER TABLE "journeys" ADD CONSTRAINT "journeys_name_check" CHECK ("name" <> '' AND char_length("name") <= 100 AND "folded_key" <> '' AND char_length("description") <= 2000);
ALTER TABLE "journey_steps" ADD CONSTRAINT "journey_steps_words_check" CHECK ("position" >= 0 AND char_length("title") <= 300 AND char_length("note") <= 2000 AND char_length("image_alt") <= 300 AND ("title" <> '' OR "event_id" IS NOT NULL));
ALTER TABLE "journey_images" ADD CONSTRAINT "journey_images_bytes_check" CHECK ("digest" ~ '^[0-9a-f]{64}$' AND "type" IN ('image/png', 'image/jpeg', 'image/webp') AND "byte_size" = octet_length("bytes") AND "byte_size" BETWEEN 1 AND 2097152 AND "width" > 0 AND "height" > 0);
