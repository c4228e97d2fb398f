-- CreateTable
CREATE TABLE "glossary_terms" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "folded_key" TEXT NOT NULL,
    "definition" TEXT NOT NULL,
    "aliases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "owner" JSONB,
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by_id" TEXT NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "glossary_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "pinned_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "lock_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "synonym_sets" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "words" TEXT[],
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "synonym_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vain_searches" (
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "dismissed_at" TIMESTAMPTZ(3),

    CONSTRAINT "vain_searches_pkey" PRIMARY KEY ("plan_id","text")
);

-- CreateIndex
CREATE INDEX "glossary_terms_plan_id_folded_key_idx" ON "glossary_terms"("plan_id", "folded_key");

-- CreateIndex
CREATE UNIQUE INDEX "glossary_terms_id_workspace_id_key" ON "glossary_terms"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "notes_item_id_created_at_idx" ON "notes"("item_id", "created_at");

-- CreateIndex
CREATE INDEX "notes_plan_id_idx" ON "notes"("plan_id");

-- CreateIndex
CREATE UNIQUE INDEX "notes_id_workspace_id_key" ON "notes"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "synonym_sets_plan_id_created_at_idx" ON "synonym_sets"("plan_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "synonym_sets_id_workspace_id_key" ON "synonym_sets"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "vain_searches_plan_id_count_idx" ON "vain_searches"("plan_id", "count" DESC);

-- AddForeignKey
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "synonym_sets" ADD CONSTRAINT "synonym_sets_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vain_searches" ADD CONSTRAINT "vain_searches_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- One term of a name at a time; those that are deleted do not stand in its way.
CREATE UNIQUE INDEX "glossary_terms_plan_id_folded_key_key" ON "glossary_terms"("plan_id", "folded_key") WHERE "deleted_at" IS NULL;

-- Values that no row may have.
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_term_check" CHECK ("term" <> '' AND char_length("term") <= 100 AND "folded_key" <> '');
ALTER TABLE "glossary_terms" ADD CONSTRAINT "glossary_terms_definition_check" CHECK ("definition" <> '' AND char_length("definition") <= 2000);
ALTER TABLE "synonym_sets" ADD CONSTRAINT "synonym_sets_words_check" CHECK (cardinality("words") BETWEEN 2 AND 20);
ALTER TABLE "vain_searches" ADD CONSTRAINT "vain_searches_text_check" CHECK ("text" <> '' AND char_length("text") <= 100 AND "count" > 0);
ALTER TABLE "notes" ADD CONSTRAINT "notes_body_check" CHECK ("body" <> '' AND char_length("body") <= 4000);
