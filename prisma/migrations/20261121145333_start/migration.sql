-- CreateEnum
CREATE TYPE "change_request_status" AS ENUM ('DRAFT', 'IN_REVIEW', 'CHANGES_REQUESTED', 'APPROVED', 'MERGED', 'CLOSED');

-- CreateEnum
CREATE TYPE "change_operation" AS ENUM ('CREATE', 'UPDATE', 'REMOVE');

-- CreateEnum
CREATE TYPE "import_status" AS ENUM ('UPLOADING', 'STAGED', 'APPLIED', 'FAILED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "verdict_kind" AS ENUM ('APPROVE', 'REQUEST_CHANGES', 'COMMENT');

-- CreateEnum
CREATE TYPE "verdict_lift_kind" AS ENUM ('WITHDRAWN', 'DISMISSED');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('VIEWER', 'CONTRIBUTOR', 'APPROVER', 'ADMIN');

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "role" "role" NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chains" (
    "workspace_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_chains_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "workspace_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" TEXT,
    "via" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "detail" JSON NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("workspace_id","seq")
);

-- CreateTable
CREATE TABLE "change_requests" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "status" "change_request_status" NOT NULL DEFAULT 'DRAFT',
    "origin" TEXT NOT NULL DEFAULT 'editor',
    "origin_detail" JSONB,
    "author_id" TEXT NOT NULL,
    "taken_over_by_id" TEXT,
    "base_release" INTEGER NOT NULL,
    "merged_release" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "merged_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" TEXT,
    "close_reason" TEXT,
    "lock_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "changes" (
    "id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "operation" "change_operation" NOT NULL,
    "kind" TEXT NOT NULL,
    "base_revision_id" TEXT,
    "base_digest" TEXT,
    "namespace" TEXT,
    "name" TEXT NOT NULL,
    "content" JSON,
    "digest" TEXT NOT NULL,
    "claims" JSONB NOT NULL DEFAULT '[]',
    "edited_by" TEXT[],
    "wording_of" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL DEFAULT 0,
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contributors" (
    "change_request_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contributors_pkey" PRIMARY KEY ("change_request_id","user_id","how")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "scope" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "body" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("scope","user_id","key")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "status" "import_status" NOT NULL DEFAULT 'UPLOADING',
    "file_name" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL DEFAULT 0,
    "file_digest" TEXT,
    "mapping" JSONB,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "findings" JSONB,
    "summary" JSONB,
    "change_request_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_chunks" (
    "import_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "import_chunks_pkey" PRIMARY KEY ("import_id","position")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" "role" NOT NULL,
    "inviter_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "items" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revisions" (
    "id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "namespace" TEXT,
    "name" TEXT NOT NULL,
    "folded_namespace" TEXT NOT NULL DEFAULT '',
    "folded_key" TEXT NOT NULL,
    "content" JSON NOT NULL,
    "digest" TEXT NOT NULL,
    "major" INTEGER NOT NULL,
    "minor" INTEGER NOT NULL,
    "patch" INTEGER NOT NULL,
    "significance" TEXT NOT NULL,
    "from_release" INTEGER NOT NULL,
    "to_release" INTEGER,
    "change_request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "change_request_id" TEXT,
    "release" INTEGER,
    "subject_key" TEXT NOT NULL,
    "reasons" TEXT[],
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "snoozed_until" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "plans" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "head_release" INTEGER NOT NULL DEFAULT 0,
    "next_change_request_number" INTEGER NOT NULL DEFAULT 1,
    "policy" JSONB NOT NULL DEFAULT '{}',
    "conventions" JSONB NOT NULL DEFAULT '{}',
    "stages" JSONB NOT NULL DEFAULT '[]',
    "archived_at" TIMESTAMPTZ(3),
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_preferences" (
    "user_id" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_preferences_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recent_items" (
    "user_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recent_items_pkey" PRIMARY KEY ("user_id","item_id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "query" JSONB NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "releases" (
    "plan_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "merged_by_id" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "record" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("plan_id","number")
);

-- CreateTable
CREATE TABLE "verdicts" (
    "id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "reviewer_id" TEXT NOT NULL,
    "kind" "verdict_kind" NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdicts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verdict_covers" (
    "verdict_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "base_digest" TEXT,

    CONSTRAINT "verdict_covers_pkey" PRIMARY KEY ("verdict_id","item_id")
);

-- CreateTable
CREATE TABLE "reviewed_contents" (
    "workspace_id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "namespace" TEXT,
    "name" TEXT NOT NULL,
    "content" JSON,

    CONSTRAINT "reviewed_contents_pkey" PRIMARY KEY ("workspace_id","digest")
);

-- CreateTable
CREATE TABLE "verdict_lifts" (
    "id" TEXT NOT NULL,
    "verdict_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "kind" "verdict_lift_kind" NOT NULL,
    "by_user_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verdict_lifts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_requests" (
    "id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT,
    "team_id" TEXT,
    "why" TEXT NOT NULL,
    "asked_by_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgements" (
    "id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "covers" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acknowledgements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim_overturns" (
    "id" TEXT NOT NULL,
    "change_request_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "item_id" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "member" TEXT,
    "part" TEXT,
    "by_user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "claim_overturns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "user_agent" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_members" (
    "team_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_members_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "threads" (
    "id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "change_request_id" TEXT,
    "item_id" TEXT,
    "field" TEXT,
    "quote" TEXT,
    "started_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" TEXT,

    CONSTRAINT "threads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comments" (
    "id" TEXT NOT NULL,
    "thread_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "suggestion" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "edited_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "watches" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "muted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "watches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "workspaces" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "lock_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_hash_key" ON "api_tokens"("hash");

-- CreateIndex
CREATE INDEX "api_tokens_workspace_id_created_at_idx" ON "api_tokens"("workspace_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_id_workspace_id_key" ON "api_tokens"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "audit_entries_workspace_id_subject_kind_subject_id_seq_idx" ON "audit_entries"("workspace_id", "subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "change_requests_plan_id_status_updated_at_idx" ON "change_requests"("plan_id", "status", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "change_requests_workspace_id_status_updated_at_idx" ON "change_requests"("workspace_id", "status", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "change_requests_author_id_status_idx" ON "change_requests"("author_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "change_requests_id_workspace_id_key" ON "change_requests"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_requests_id_plan_id_workspace_id_key" ON "change_requests"("id", "plan_id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_requests_plan_id_number_key" ON "change_requests"("plan_id", "number");

-- CreateIndex
CREATE INDEX "changes_item_id_idx" ON "changes"("item_id");

-- CreateIndex
CREATE UNIQUE INDEX "changes_id_workspace_id_key" ON "changes"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "changes_change_request_id_item_id_key" ON "changes"("change_request_id", "item_id");

-- CreateIndex
CREATE INDEX "idempotency_keys_created_at_idx" ON "idempotency_keys"("created_at");

-- CreateIndex
CREATE INDEX "imports_plan_id_created_at_idx" ON "imports"("plan_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "imports_id_workspace_id_key" ON "imports"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_workspace_id_created_at_idx" ON "invitations"("workspace_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "items_plan_id_workspace_id_idx" ON "items"("plan_id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "items_id_plan_id_workspace_id_key" ON "items"("id", "plan_id", "workspace_id");

-- CreateIndex
CREATE INDEX "revisions_item_id_from_release_idx" ON "revisions"("item_id", "from_release");

-- CreateIndex
CREATE INDEX "revisions_plan_id_from_release_to_release_idx" ON "revisions"("plan_id", "from_release", "to_release");

-- CreateIndex
CREATE INDEX "revisions_change_request_id_idx" ON "revisions"("change_request_id");

-- CreateIndex
CREATE UNIQUE INDEX "revisions_id_workspace_id_key" ON "revisions"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE INDEX "notifications_workspace_id_user_id_updated_at_idx" ON "notifications"("workspace_id", "user_id", "updated_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "notifications_id_workspace_id_key" ON "notifications"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "notifications_user_id_workspace_id_subject_key_key" ON "notifications"("user_id", "workspace_id", "subject_key");

-- CreateIndex
CREATE UNIQUE INDEX "plans_id_workspace_id_key" ON "plans"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "plans_workspace_id_slug_key" ON "plans"("workspace_id", "slug");

-- CreateIndex
CREATE INDEX "recent_items_user_id_plan_id_at_idx" ON "recent_items"("user_id", "plan_id", "at" DESC);

-- CreateIndex
CREATE INDEX "saved_views_plan_id_subject_idx" ON "saved_views"("plan_id", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_id_workspace_id_key" ON "saved_views"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "releases_plan_id_created_at_idx" ON "releases"("plan_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "releases_plan_id_number_workspace_id_key" ON "releases"("plan_id", "number", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "releases_change_request_id_plan_id_workspace_id_key" ON "releases"("change_request_id", "plan_id", "workspace_id");

-- CreateIndex
CREATE INDEX "verdicts_change_request_id_created_at_idx" ON "verdicts"("change_request_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "verdicts_id_workspace_id_key" ON "verdicts"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_lifts_verdict_id_key" ON "verdict_lifts"("verdict_id");

-- CreateIndex
CREATE UNIQUE INDEX "verdict_lifts_verdict_id_workspace_id_key" ON "verdict_lifts"("verdict_id", "workspace_id");

-- CreateIndex
CREATE INDEX "review_requests_workspace_id_user_id_idx" ON "review_requests"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "review_requests_workspace_id_team_id_idx" ON "review_requests"("workspace_id", "team_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_requests_change_request_id_user_id_key" ON "review_requests"("change_request_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_requests_change_request_id_team_id_key" ON "review_requests"("change_request_id", "team_id");

-- CreateIndex
CREATE INDEX "acknowledgements_change_request_id_created_at_idx" ON "acknowledgements"("change_request_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgements_id_workspace_id_key" ON "acknowledgements"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "claim_overturns_change_request_id_created_at_idx" ON "claim_overturns"("change_request_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "claim_overturns_id_workspace_id_key" ON "claim_overturns"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "sessions_user_id_last_seen_at_idx" ON "sessions"("user_id", "last_seen_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "teams_id_workspace_id_key" ON "teams"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "teams_workspace_id_slug_key" ON "teams"("workspace_id", "slug");

-- CreateIndex
CREATE INDEX "team_members_workspace_id_user_id_idx" ON "team_members"("workspace_id", "user_id");

-- CreateIndex
CREATE INDEX "threads_change_request_id_created_at_idx" ON "threads"("change_request_id", "created_at");

-- CreateIndex
CREATE INDEX "threads_item_id_created_at_idx" ON "threads"("item_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "threads_id_workspace_id_key" ON "threads"("id", "workspace_id");

-- CreateIndex
CREATE INDEX "comments_thread_id_created_at_idx" ON "comments"("thread_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "comments_id_workspace_id_key" ON "comments"("id", "workspace_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "watches_plan_id_target_kind_target_id_idx" ON "watches"("plan_id", "target_kind", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "watches_plan_id_user_id_target_kind_target_id_key" ON "watches"("plan_id", "user_id", "target_kind", "target_id");

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_slug_key" ON "workspaces"("slug");

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_chains" ADD CONSTRAINT "audit_chains_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_taken_over_by_id_fkey" FOREIGN KEY ("taken_over_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "changes" ADD CONSTRAINT "changes_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_change_request_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "workspace_id") REFERENCES "change_requests"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_chunks" ADD CONSTRAINT "import_chunks_import_id_workspace_id_fkey" FOREIGN KEY ("import_id", "workspace_id") REFERENCES "imports"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_inviter_id_fkey" FOREIGN KEY ("inviter_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "items" ADD CONSTRAINT "items_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_plan_id_from_release_workspace_id_fkey" FOREIGN KEY ("plan_id", "from_release", "workspace_id") REFERENCES "releases"("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_change_request_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "workspace_id") REFERENCES "change_requests"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plans" ADD CONSTRAINT "plans_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recent_items" ADD CONSTRAINT "recent_items_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recent_items" ADD CONSTRAINT "recent_items_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "releases" ADD CONSTRAINT "releases_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_change_request_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "workspace_id") REFERENCES "change_requests"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_reviewer_id_fkey" FOREIGN KEY ("reviewer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_covers" ADD CONSTRAINT "verdict_covers_verdict_id_workspace_id_fkey" FOREIGN KEY ("verdict_id", "workspace_id") REFERENCES "verdicts"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviewed_contents" ADD CONSTRAINT "reviewed_contents_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_lifts" ADD CONSTRAINT "verdict_lifts_verdict_id_workspace_id_fkey" FOREIGN KEY ("verdict_id", "workspace_id") REFERENCES "verdicts"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verdict_lifts" ADD CONSTRAINT "verdict_lifts_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_change_request_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "workspace_id") REFERENCES "change_requests"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_team_id_workspace_id_fkey" FOREIGN KEY ("team_id", "workspace_id") REFERENCES "teams"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_overturns" ADD CONSTRAINT "claim_overturns_change_request_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "workspace_id") REFERENCES "change_requests"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "claim_overturns" ADD CONSTRAINT "claim_overturns_by_user_id_fkey" FOREIGN KEY ("by_user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_fkey" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_team_id_workspace_id_fkey" FOREIGN KEY ("team_id", "workspace_id") REFERENCES "teams"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_members" ADD CONSTRAINT "team_members_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_change_request_id_plan_id_workspace_id_fkey" FOREIGN KEY ("change_request_id", "plan_id", "workspace_id") REFERENCES "change_requests"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_item_id_plan_id_workspace_id_fkey" FOREIGN KEY ("item_id", "plan_id", "workspace_id") REFERENCES "items"("id", "plan_id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "threads" ADD CONSTRAINT "threads_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_thread_id_workspace_id_fkey" FOREIGN KEY ("thread_id", "workspace_id") REFERENCES "threads"("id", "workspace_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_plan_id_workspace_id_fkey" FOREIGN KEY ("plan_id", "workspace_id") REFERENCES "plans"("id", "workspace_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "watches" ADD CONSTRAINT "watches_workspace_id_user_id_fkey" FOREIGN KEY ("workspace_id", "user_id") REFERENCES "memberships"("workspace_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What follows Prisma has no words for.

-- Equality of text inside a GiST index, for the exclusion constraint below. Trusted: the owner of a database may create it.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- No two revisions of an item hold at the same release.
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_no_overlap"
  EXCLUDE USING gist ("item_id" WITH =, int4range("from_release", "to_release") WITH &&);

-- No two current items of a kind share a name within a namespace of a plan.
CREATE UNIQUE INDEX "revisions_current_name_key"
  ON "revisions" ("plan_id", "kind", "folded_namespace", "folded_key") WHERE "to_release" IS NULL;

-- References whose release is optional.
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_to_release_fkey"
  FOREIGN KEY ("plan_id", "to_release", "workspace_id") REFERENCES "releases" ("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_merged_release_fkey"
  FOREIGN KEY ("plan_id", "merged_release", "workspace_id") REFERENCES "releases" ("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_release_fkey"
  FOREIGN KEY ("plan_id", "release", "workspace_id") REFERENCES "releases" ("plan_id", "number", "workspace_id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "changes" ADD CONSTRAINT "changes_base_revision_fkey"
  FOREIGN KEY ("base_revision_id", "workspace_id") REFERENCES "revisions" ("id", "workspace_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Values that no row may have.
ALTER TABLE "releases" ADD CONSTRAINT "releases_number_check" CHECK ("number" > 0);
ALTER TABLE "plans" ADD CONSTRAINT "plans_counters_check" CHECK ("head_release" >= 0 AND "next_change_request_number" > 0);
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_range_check" CHECK ("from_release" > 0 AND ("to_release" IS NULL OR "from_release" < "to_release"));
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_name_check" CHECK ("name" <> '' AND "folded_key" <> '' AND ("namespace" IS NOT NULL OR "folded_namespace" = ''));
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_version_check" CHECK ("major" >= 0 AND "minor" >= 0 AND "patch" >= 0);
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_numbers_check" CHECK ("number" > 0 AND "base_release" >= 0);
ALTER TABLE "change_requests" ADD CONSTRAINT "change_requests_merged_check"
  CHECK (("status" = 'MERGED') = ("merged_release" IS NOT NULL) AND ("status" = 'MERGED') = ("merged_at" IS NOT NULL));
ALTER TABLE "changes" ADD CONSTRAINT "changes_content_check" CHECK (("operation" = 'REMOVE') = ("content" IS NULL));
ALTER TABLE "changes" ADD CONSTRAINT "changes_base_check"
  CHECK (("operation" = 'CREATE') = ("base_revision_id" IS NULL) AND ("base_revision_id" IS NULL) = ("base_digest" IS NULL));
ALTER TABLE "threads" ADD CONSTRAINT "threads_about_check" CHECK ("change_request_id" IS NOT NULL OR "item_id" IS NOT NULL);
ALTER TABLE "review_requests" ADD CONSTRAINT "review_requests_asked_check" CHECK (("user_id" IS NULL) <> ("team_id" IS NULL));
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_seq_check" CHECK ("seq" > 0);

-- A change that is refused because history does not change. WM001 is read by lib/store/errors.
CREATE FUNCTION "waymark_refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are history: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'WM001', TABLE = TG_TABLE_NAME;
END $$;

DO $$
DECLARE
  history text;
BEGIN
  FOREACH history IN ARRAY ARRAY['audit_entries', 'verdicts', 'verdict_covers', 'verdict_lifts', 'reviewed_contents', 'contributors', 'acknowledgements', 'claim_overturns', 'releases'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION waymark_refuse_change()', history);
    EXECUTE format('CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION waymark_refuse_change()', history);
  END LOOP;
END $$;

-- A revision may be closed, once, and nothing else.
CREATE TRIGGER append_only BEFORE DELETE ON "revisions" FOR EACH ROW EXECUTE FUNCTION "waymark_refuse_change"();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON "revisions" FOR EACH STATEMENT EXECUTE FUNCTION "waymark_refuse_change"();
CREATE TRIGGER only_closing BEFORE UPDATE ON "revisions" FOR EACH ROW
  WHEN (OLD."to_release" IS NOT NULL OR NEW."to_release" IS NULL) EXECUTE FUNCTION "waymark_refuse_change"();
CREATE TRIGGER only_its_end BEFORE UPDATE OF "id", "item_id", "plan_id", "workspace_id", "kind", "namespace", "name", "folded_namespace",
  "folded_key", "content", "digest", "major", "minor", "patch", "significance", "from_release", "change_request_id", "created_at"
  ON "revisions" FOR EACH ROW EXECUTE FUNCTION "waymark_refuse_change"();

-- Releases of a plan are numbered without gaps.
CREATE FUNCTION "waymark_next_release"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."number" > 1 AND NOT EXISTS (SELECT 1 FROM "releases" WHERE "plan_id" = NEW."plan_id" AND "number" = NEW."number" - 1) THEN
    RAISE EXCEPTION 'release % of plan % has no predecessor', NEW."number", NEW."plan_id" USING ERRCODE = 'WM002', TABLE = 'releases';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER without_gaps BEFORE INSERT ON "releases" FOR EACH ROW EXECUTE FUNCTION "waymark_next_release"();

-- Each audit entry continues the chain.
CREATE FUNCTION "waymark_next_audit_entry"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."seq" > 1 AND NOT EXISTS (
    SELECT 1 FROM "audit_entries" WHERE "workspace_id" = NEW."workspace_id" AND "seq" = NEW."seq" - 1 AND "hash" = NEW."prev_hash"
  ) THEN
    RAISE EXCEPTION 'audit entry % does not continue the chain', NEW."seq" USING ERRCODE = 'WM002', TABLE = 'audit_entries';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER without_gaps BEFORE INSERT ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION "waymark_next_audit_entry"();

-- What a merged request contained stays as it was.
CREATE FUNCTION "waymark_changes_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "moved" JOIN "change_requests" ON "change_requests"."id" = "moved"."change_request_id" WHERE "change_requests"."status" = 'MERGED') THEN
    RAISE EXCEPTION 'the changes of a merged request are history: % is refused', TG_OP USING ERRCODE = 'WM001', TABLE = 'changes';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER merged_stay_insert AFTER INSERT ON "changes" REFERENCING NEW TABLE AS "moved" FOR EACH STATEMENT EXECUTE FUNCTION "waymark_changes_stay"();
CREATE TRIGGER merged_stay_update AFTER UPDATE ON "changes" REFERENCING OLD TABLE AS "moved" FOR EACH STATEMENT EXECUTE FUNCTION "waymark_changes_stay"();
CREATE TRIGGER merged_stay_delete AFTER DELETE ON "changes" REFERENCING OLD TABLE AS "moved" FOR EACH STATEMENT EXECUTE FUNCTION "waymark_changes_stay"();
