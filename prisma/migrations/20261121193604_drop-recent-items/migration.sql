-- No version of the product wrote or read this table: what somebody looked at last stays in their browser. So nothing
-- that still runs while this is applied misses it.

-- DropForeignKey
ALTER TABLE "recent_items" DROP CONSTRAINT "recent_items_item_id_plan_id_workspace_id_fkey";

-- DropForeignKey
ALTER TABLE "recent_items" DROP CONSTRAINT "recent_items_workspace_id_user_id_fkey";

-- DropTable
DROP TABLE "recent_items";
