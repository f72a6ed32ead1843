-- What a new revision of an article leaves of its notes, and how a person settles it.

-- AlterTable
ALTER TABLE "articles" ADD COLUMN     "is_own" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "revisions" ADD COLUMN     "change_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "changed_on" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "annotation_versions" ADD COLUMN     "carried_from" TEXT;

-- AlterTable
ALTER TABLE "anchors" ADD COLUMN     "candidates" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "near" INTEGER,
ADD COLUMN     "settled_at" TIMESTAMPTZ(3);

-- Values that cannot be --------------------------------------------------------------------------

ALTER TABLE annotation_versions ADD CONSTRAINT annotation_versions_carried_from_is_sha256
  CHECK (carried_from ~ '^[0-9a-f]{64}$');

-- Words that are gone or in several places have no offsets until a person settles where the note
-- rests, only a suggested place; what a person settled to nothing has none ever after.
ALTER TABLE anchors DROP CONSTRAINT anchors_have_words;
ALTER TABLE anchors ADD CONSTRAINT anchors_have_words CHECK (
  quote <> '' AND CASE
    WHEN settled_at IS NOT NULL THEN placement IN ('changed', 'ambiguous', 'lost') AND num_nonnulls(start, "end") IN (0, 2)
    WHEN placement IN ('ambiguous', 'lost') THEN num_nonnulls(start, "end") = 0 AND near IS NOT NULL
    ELSE num_nonnulls(start, "end") = 2
  END AND (start IS NULL OR (start >= 0 AND start < "end")) AND near >= 0
);

-- Nobody becomes an author by a new revision -----------------------------------------------------

-- Marking words to check writes nothing yet, and carrying a note over writes nothing of it.
CREATE OR REPLACE FUNCTION refuse_own_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM annotations WHERE id = NEW.annotation_id AND owner_id = NEW.reviewer_id)
    OR EXISTS (
      SELECT 1 FROM annotation_versions
      WHERE annotation_id = NEW.annotation_id AND author_id = NEW.reviewer_id
        AND NOT is_mark AND carried_from IS NULL
    )
  THEN
    RAISE EXCEPTION 'nobody reviews a note of their own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

-- A verdict never stands on words it was not given to --------------------------------------------

-- A note is not reviewed or approved while a person has to settle where it rests in the newest revision.
CREATE FUNCTION refuse_unsettled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM anchors
    WHERE annotation_id = NEW.id AND settled_at IS NULL AND placement IN ('changed', 'ambiguous', 'lost')
      AND revision_id = (SELECT id FROM revisions WHERE article_id = NEW.article_id ORDER BY number DESC LIMIT 1)
  ) THEN
    RAISE EXCEPTION 'settle first where the note rests' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER unsettled_notes_are_not_decided_on BEFORE UPDATE OF state ON annotations
  FOR EACH ROW WHEN (NEW.state IN ('in_review', 'approved')) EXECUTE FUNCTION refuse_unsettled();
