-- What Prisma's schema cannot say: rows that are never changed, and values that cannot be.

-- Never changed, never deleted -------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER revisions_are_frozen BEFORE UPDATE OR DELETE ON revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annotation_versions_are_frozen BEFORE UPDATE OR DELETE ON annotation_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reviews_are_frozen BEFORE UPDATE OR DELETE ON reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_notes_are_frozen BEFORE UPDATE OR DELETE ON edition_notes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_files_are_frozen BEFORE UPDATE OR DELETE ON edition_files
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER corrections_are_frozen BEFORE UPDATE OR DELETE ON corrections
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_are_frozen BEFORE UPDATE OR DELETE ON audit_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER revisions_are_kept BEFORE TRUNCATE ON revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annotation_versions_are_kept BEFORE TRUNCATE ON annotation_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER reviews_are_kept BEFORE TRUNCATE ON reviews
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER editions_are_kept BEFORE TRUNCATE ON editions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_notes_are_kept BEFORE TRUNCATE ON edition_notes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER edition_files_are_kept BEFORE TRUNCATE ON edition_files
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER corrections_are_kept BEFORE TRUNCATE ON corrections
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_events_are_kept BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Remarks are settled, never deleted: a thread may be settled and opened again, what was said in it stays.
CREATE TRIGGER comments_are_frozen BEFORE UPDATE OR DELETE ON comments
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER threads_are_not_deleted BEFORE DELETE ON threads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER comments_are_kept BEFORE TRUNCATE ON comments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER threads_are_kept BEFORE TRUNCATE ON threads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- An edition may be withdrawn, once; nothing else about it changes, and it is never deleted.
CREATE FUNCTION refuse_edition_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL
    AND NEW.withdrawn_reason <> '' AND NEW.withdrawn_by_id IS NOT NULL
    AND (to_jsonb(NEW) - 'withdrawn_at' - 'withdrawn_reason' - 'withdrawn_by_id')
      = (to_jsonb(OLD) - 'withdrawn_at' - 'withdrawn_reason' - 'withdrawn_by_id')
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'editions are frozen: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER editions_are_frozen BEFORE UPDATE OR DELETE ON editions
  FOR EACH ROW EXECUTE FUNCTION refuse_edition_change();

-- An article that has been published keeps its address.
CREATE FUNCTION refuse_slug_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.slug <> OLD.slug AND EXISTS (SELECT 1 FROM editions WHERE article_id = OLD.id) THEN
    RAISE EXCEPTION 'a published address never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER published_slugs_are_kept BEFORE UPDATE OF slug ON articles
  FOR EACH ROW EXECUTE FUNCTION refuse_slug_change();

-- A review by somebody who wrote a version of the note is refused here too, whatever the code does.
-- Marking words to check writes nothing yet.
CREATE FUNCTION refuse_own_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM annotations WHERE id = NEW.annotation_id AND owner_id = NEW.reviewer_id)
    OR EXISTS (SELECT 1 FROM annotation_versions WHERE annotation_id = NEW.annotation_id AND author_id = NEW.reviewer_id AND NOT is_mark)
  THEN
    RAISE EXCEPTION 'nobody reviews a note of their own' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER reviews_need_four_eyes BEFORE INSERT ON reviews
  FOR EACH ROW EXECUTE FUNCTION refuse_own_review();

-- Values that cannot be --------------------------------------------------------------------------

ALTER TABLE newsroom ADD CONSTRAINT newsroom_is_one CHECK (id = 1);
ALTER TABLE people ADD CONSTRAINT people_email_is_lower CHECK (email = lower(email) AND email <> '');
ALTER TABLE invites ADD CONSTRAINT invites_email_is_lower CHECK (email = lower(email) AND email <> '');
ALTER TABLE ratings ADD CONSTRAINT ratings_value_from_1 CHECK (value >= 1);
ALTER TABLE revisions ADD CONSTRAINT revisions_hash_is_sha256 CHECK (text_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE annotations ADD CONSTRAINT annotations_hash_is_sha256 CHECK (content_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE annotations ADD CONSTRAINT annotations_retired_have_a_reason
  CHECK ((state = 'retired') = (retired_reason IS NOT NULL));
ALTER TABLE annotation_versions ADD CONSTRAINT annotation_versions_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE reviews ADD CONSTRAINT reviews_hash_is_sha256 CHECK (content_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE anchors ADD CONSTRAINT anchors_have_words CHECK (
  quote <> '' AND CASE
    WHEN placement IN ('lost', 'ambiguous') THEN num_nonnulls(start, "end") IN (0, 2)
    ELSE num_nonnulls(start, "end") = 2
  END AND (start IS NULL OR (start >= 0 AND start < "end"))
);
ALTER TABLE editions ADD CONSTRAINT editions_hash_is_sha256 CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE editions ADD CONSTRAINT editions_number_from_1 CHECK (number >= 1);
ALTER TABLE revisions ADD CONSTRAINT revisions_number_from_1 CHECK (number >= 1);
ALTER TABLE audit_events ADD CONSTRAINT audit_events_seq_from_1 CHECK (seq >= 1);
ALTER TABLE audit_events ADD CONSTRAINT audit_events_hashes_are_sha256
  CHECK (hash ~ '^[0-9a-f]{64}$' AND previous_hash ~ '^[0-9a-f]{64}$');
