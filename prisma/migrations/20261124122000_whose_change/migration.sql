-- Who changed a text, and what an edition tells of it, without looking into the whole of either.

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "is_own" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "editions" ADD COLUMN     "publisher_changes" JSONB;
