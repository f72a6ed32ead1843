-- Which sentences were looked at and left without a note, by whom and why.

-- CreateEnum
CREATE TYPE "look_reason" AS ENUM ('opinion', 'not_checkable', 'trivial', 'already_checked');

-- CreateTable
CREATE TABLE "looks" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "turn" INTEGER NOT NULL,
    "is_left" BOOLEAN NOT NULL,
    "reason" "look_reason",
    "person_id" UUID NOT NULL,
    "looked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "looks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "looks_revision_id_start_end_turn_key" ON "looks"("revision_id", "start", "end", "turn");

-- AddForeignKey
ALTER TABLE "looks" ADD CONSTRAINT "looks_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "looks" ADD CONSTRAINT "looks_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Said once and kept: a look is taken back by another row -----------------------------------------

CREATE TRIGGER looks_are_frozen BEFORE UPDATE OR DELETE ON looks
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER looks_are_kept BEFORE TRUNCATE ON looks
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Values that cannot be --------------------------------------------------------------------------

ALTER TABLE looks ADD CONSTRAINT looks_have_words CHECK (start >= 0 AND start < "end");
ALTER TABLE looks ADD CONSTRAINT looks_turn_from_1 CHECK (turn >= 1);
-- Nobody takes back what nobody has said, or says why.
ALTER TABLE looks ADD CONSTRAINT looks_taken_back_were_left CHECK (is_left OR (turn > 1 AND reason IS NULL));
