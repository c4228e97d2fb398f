-- CreateTable
CREATE TABLE "journey_versions" (
    "journey_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded_key" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "pictures" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_deleted" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" TEXT NOT NULL,

    CONSTRAINT "journey_versions_pkey" PRIMARY KEY ("journey_id","version")
);

-- CreateIndex
CREATE INDEX "journey_versions_plan_id_idx" ON "journey_versions"("plan_id");

-- AddForeignKey
ALTER TABLE "journey_versions" ADD CONSTRAINT "journey_versions_journey_id_plan_id_workspace_id_fkey" FOREIGN KEY ("journey_id", "plan_id", "workspace_id") REFERENCES "journeys"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_versions" ADD CONSTRAINT "journey_versions_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- Values that no row may have.
ALTER TABLE "journey_versions" ADD CONSTRAINT "journey_versions_words_check" CHECK ("version" > 0 AND "name" <> '' AND jsonb_typeof("steps") = 'array');

-- What every journey says today is its first version that is known; nobody kept what it said before.
INSERT INTO "journey_versions" ("journey_id", "version", "plan_id", "workspace_id", "name", "folded_key", "description", "steps", "pictures", "is_deleted", "at", "by_id")
SELECT j."id", j."lock_version", j."plan_id", j."workspace_id", j."name", j."folded_key", j."description",
  COALESCE(s."steps", '[]'::jsonb), COALESCE(s."pictures", ARRAY[]::text[]), j."deleted_at" IS NOT NULL, j."updated_at", j."updated_by_id"
FROM "journeys" j
LEFT JOIN LATERAL (
  SELECT
    jsonb_agg(jsonb_build_object(
      'id', s."id", 'title', s."title", 'stage', s."stage", 'eventId', s."event_id", 'knownAs', s."known_as", 'note', s."note",
      'goesOn', s."goes_on", 'branches', to_jsonb(s."branches"), 'imageDigest', s."image_digest", 'imageAlt', s."image_alt",
      'annotations', s."annotations",
      'image', CASE WHEN i."digest" IS NULL THEN NULL
        ELSE jsonb_build_object('digest', i."digest", 'type', i."type", 'width', i."width", 'height', i."height") END
    ) ORDER BY s."position") AS "steps",
    array_agg(DISTINCT s."image_digest") FILTER (WHERE s."image_digest" IS NOT NULL) AS "pictures"
  FROM "journey_steps" s
  LEFT JOIN "journey_images" i ON i."digest" = s."image_digest" AND i."plan_id" = s."plan_id" AND i."workspace_id" = s."workspace_id"
  WHERE s."journey_id" = j."id"
) s ON true;

-- What was said stays said.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "journey_versions" FOR EACH ROW EXECUTE FUNCTION "waymark_refuse_change"();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "journey_versions" FOR EACH STATEMENT EXECUTE FUNCTION "waymark_refuse_change"();
