-- CreateIndex
CREATE INDEX "audit_entries_workspace_id_actor_id_seq_idx" ON "audit_entries"("workspace_id", "actor_id", "seq");

-- What follows Prisma has no words for.
