-- CreateTable
CREATE TABLE "request_splits" (
    "follow_up_id" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "item_ids" TEXT[],
    "by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "request_splits_pkey" PRIMARY KEY ("follow_up_id")
);

-- CreateTable
CREATE TABLE "rollout_steps" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "release" INTEGER NOT NULL,
    "item_id" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "version" TEXT NOT NULL DEFAULT '',
    "released_on" DATE,
    "seen_on" DATE,
    "note" TEXT NOT NULL DEFAULT '',
    "by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rollout_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_merges" (
    "id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "covers" JSONB NOT NULL,
    "missing" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "confirmed_by_id" TEXT,
    "merged_release" INTEGER,
    "merged_at" TIMESTAMPTZ(3),
    "reviewed_by_id" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "review_note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "emergency_merges_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "request_splits_follow_up_id_plan_id_workspace_id_key" ON "request_splits"("follow_up_id", "plan_id", "workspace_id");

-- CreateIndex
CREATE INDEX "request_splits_from_id_idx" ON "request_splits"("from_id");

-- CreateIndex
CREATE UNIQUE INDEX "rollout_steps_plan_id_release_item_id_source_id_step_key" ON "rollout_steps"("plan_id", "release", "item_id", "source_id", "step");

-- CreateIndex
CREATE INDEX "rollout_steps_plan_id_item_id_idx" ON "rollout_steps"("plan_id", "item_id");

-- CreateIndex
CREATE INDEX "rollout_steps_plan_id_source_id_idx" ON "rollout_steps"("plan_id", "source_id");

-- CreateIndex
CREATE UNIQUE INDEX "emergency_merges_id_plan_id_workspace_id_key" ON "emergency_merges"("id", "plan_id", "workspace_id");

-- CreateIndex
CREATE INDEX "emergency_merges_change_request_id_idx" ON "emergency_merges"("change_request_id");

-- CreateIndex
CREATE INDEX "emergency_merges_plan_id_created_at_idx" ON "emergency_merges"("plan_id", "created_at");

-- AddForeignKey
ALTER TABLE "request_splits" ADD CONSTRAINT "request_splits_follow_up_id_plan_id_workspace_id_fkey" FOREIGN KEY ("follow_up_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_splits" ADD CONSTRAINT "request_splits_from_id_plan_id_workspace_id_fkey" FOREIGN KEY ("from_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "request_splits" ADD CONSTRAINT "request_splits_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rollout_steps" ADD CONSTRAINT "rollout_steps_plan_id_release_workspace_id_fkey" FOREIGN KEY ("plan_id", "release", "workspace_id") REFERENCES "releases"("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rollout_steps" ADD CONSTRAINT "rollout_steps_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rollout_steps" ADD CONSTRAINT "rollout_steps_source_id_plan_id_workspace_id_fkey" FOREIGN KEY ("source_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rollout_steps" ADD CONSTRAINT "rollout_steps_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_plan_id_merged_release_workspace_id_fkey" FOREIGN KEY ("plan_id", "merged_release", "workspace_id") REFERENCES "releases"("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- Words and numbers that no row may lack.
ALTER TABLE "request_splits" ADD CONSTRAINT "request_splits_items_check" CHECK (cardinality("item_ids") > 0 AND "follow_up_id" <> "from_id");
ALTER TABLE "rollout_steps" ADD CONSTRAINT "rollout_steps_state_check" CHECK ("state" IN ('planned', 'in-code', 'released', 'seen-live', 'verified') AND "step" > 0 AND char_length("version") <= 100 AND char_length("note") <= 1000);
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_two_people_check" CHECK ("reason" <> '' AND ("confirmed_by_id" IS NULL OR "confirmed_by_id" <> "asked_by_id"));
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_merged_check" CHECK (("merged_release" IS NULL) = ("confirmed_by_id" IS NULL) AND ("merged_release" IS NULL) = ("merged_at" IS NULL) AND ("merged_at" IS NULL OR ("withdrawn_at" IS NULL AND "merged_at" <= "expires_at")));
ALTER TABLE "emergency_merges" ADD CONSTRAINT "emergency_merges_reviewed_check" CHECK (("reviewed_at" IS NULL) = ("reviewed_by_id" IS NULL) AND ("reviewed_at" IS NULL OR "merged_at" IS NOT NULL));

-- A request merges in an emergency once.
CREATE UNIQUE INDEX "emergency_merges_merged_key" ON "emergency_merges"("change_request_id") WHERE "merged_at" IS NOT NULL;

-- History stays as it was written.
DO $$
DECLARE
  history text;
BEGIN
  FOREACH history IN ARRAY ARRAY['request_splits', 'rollout_steps'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION waymark_refuse_change()', history);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION waymark_refuse_change()', history);
  END LOOP;
END $$;
CREATE TRIGGER kept BEFORE DELETE ON "emergency_merges" FOR EACH ROW EXECUTE FUNCTION "waymark_refuse_change"();
CREATE TRIGGER kept_truncate BEFORE TRUNCATE ON "emergency_merges" FOR EACH STATEMENT EXECUTE FUNCTION "waymark_refuse_change"();
