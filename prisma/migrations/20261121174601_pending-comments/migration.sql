-- AlterTable
ALTER TABLE "comments" ADD COLUMN     "mentions" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "pending" BOOLEAN NOT NULL DEFAULT false;
