-- Why: what a person reads, notes, answers and fills in is theirs; learning events are kept append-only.

-- What someone studies, on the release they started on. A place, results and notes are the learner's alone (Method 4.4).
CREATE TABLE study_enrolment (
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  item text NOT NULL CHECK (item <> ''),
  release text NOT NULL REFERENCES content_release (hash),
  form_order text NOT NULL CHECK (form_order IN ('a-first', 'b-first')),
  last_lesson text,
  agreed_to_aggregate boolean,
  started_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  marked_at timestamptz,
  done_at timestamptz,
  PRIMARY KEY (person_id, item)
);

COMMENT ON COLUMN study_enrolment.form_order IS 'Which form of the check comes before, and which after: halves of the learners have them crosswise.';
COMMENT ON COLUMN study_enrolment.agreed_to_aggregate IS 'Whether results before and after may count in means of five people or more; empty until asked.';
COMMENT ON COLUMN study_enrolment.marked_at IS 'When the learner said by themselves that it is done, where the rule leaves it to them.';

CREATE INDEX study_enrolment_by_release ON study_enrolment (release);
CREATE INDEX study_enrolment_by_place ON study_enrolment (person_id, last_at DESC);
CREATE INDEX study_enrolment_by_item ON study_enrolment (item, form_order);

CREATE TABLE study_lesson (
  person_id uuid NOT NULL,
  item text NOT NULL,
  lesson text NOT NULL,
  done_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, item, lesson),
  FOREIGN KEY (person_id, item) REFERENCES study_enrolment ON DELETE CASCADE
);

-- Notes beside a lesson. Every change raises the version: two devices never overwrite each other unseen.
CREATE TABLE study_note (
  person_id uuid NOT NULL,
  item text NOT NULL,
  lesson text NOT NULL,
  body text NOT NULL CHECK (length(body) <= 20000),
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, item, lesson),
  FOREIGN KEY (person_id, item) REFERENCES study_enrolment ON DELETE CASCADE
);

-- A check that was sent: once before and once after. Practice is not kept.
CREATE TABLE study_check (
  person_id uuid NOT NULL,
  item text NOT NULL,
  purpose text NOT NULL CHECK (purpose IN ('pre', 'post')),
  form text NOT NULL CHECK (form IN ('a', 'b')),
  release text NOT NULL REFERENCES content_release (hash),
  answers jsonb NOT NULL,
  right_count integer NOT NULL CHECK (right_count >= 0),
  question_count integer NOT NULL CHECK (question_count >= right_count AND question_count > 0),
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, item, purpose),
  FOREIGN KEY (person_id, item) REFERENCES study_enrolment ON DELETE CASCADE
);

CREATE INDEX study_check_by_release ON study_check (release);

-- A template filled in, before it is kept with a community's files.
CREATE TABLE study_draft (
  person_id uuid NOT NULL,
  item text NOT NULL,
  field_values jsonb NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, item),
  FOREIGN KEY (person_id, item) REFERENCES study_enrolment ON DELETE CASCADE
);

-- What a learner chose to show their community: both results, nothing else, until they take it back.
CREATE TABLE study_share (
  person_id uuid NOT NULL,
  item text NOT NULL,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  pre_right integer NOT NULL CHECK (pre_right >= 0),
  pre_of integer NOT NULL CHECK (pre_of >= pre_right AND pre_of > 0),
  post_right integer NOT NULL CHECK (post_right >= 0),
  post_of integer NOT NULL CHECK (post_of >= post_right AND post_of > 0),
  shared_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, item, community_id),
  FOREIGN KEY (person_id, item) REFERENCES study_enrolment ON DELETE CASCADE
);

CREATE INDEX study_share_by_community ON study_share (community_id, item);

-- A template filled in for a community: its people write on; each version keeps its values and its files.
CREATE TABLE study_template (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid,
  item text NOT NULL CHECK (item <> ''),
  release text NOT NULL REFERENCES content_release (hash),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (id, community_id),
  FOREIGN KEY (journey_id, community_id) REFERENCES journey (id, community_id) ON DELETE SET NULL (journey_id)
);

CREATE INDEX study_template_by_community ON study_template (community_id, updated_at DESC);
CREATE INDEX study_template_by_journey ON study_template (journey_id);
CREATE INDEX study_template_by_release ON study_template (release);
CREATE INDEX study_template_by_person ON study_template (created_by);

CREATE TABLE study_template_version (
  template_id uuid NOT NULL,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  version integer NOT NULL CHECK (version > 0),
  field_values jsonb NOT NULL,
  word_file uuid,
  sheet_file uuid,
  saved_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (template_id, version),
  FOREIGN KEY (template_id, community_id) REFERENCES study_template (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (word_file, community_id) REFERENCES journey_file (id, community_id) ON DELETE SET NULL (word_file),
  FOREIGN KEY (sheet_file, community_id) REFERENCES journey_file (id, community_id) ON DELETE SET NULL (sheet_file)
);

CREATE INDEX study_template_version_by_community ON study_template_version (community_id);
CREATE INDEX study_template_version_by_word ON study_template_version (word_file);
CREATE INDEX study_template_version_by_sheet ON study_template_version (sheet_file);
CREATE INDEX study_template_version_by_person ON study_template_version (saved_by);

-- What happened in someone's learning, in identifiers that learning standards can read. Added to, never changed; it goes with the account.
CREATE TABLE study_event (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  verb text NOT NULL CHECK (verb ~ '^https?://'),
  object text NOT NULL CHECK (object ~ '^https?://'),
  object_kind text NOT NULL CHECK (object_kind ~ '^[a-z-]+$'),
  result jsonb,
  community_id uuid REFERENCES people_community (id) ON DELETE SET NULL,
  journey_id uuid REFERENCES journey (id) ON DELETE SET NULL,
  at timestamptz NOT NULL
);

COMMENT ON COLUMN study_event.result IS 'A score or that it was completed; never an answer.';

CREATE INDEX study_event_by_person ON study_event (person_id, place);
CREATE INDEX study_event_by_community ON study_event (community_id);
CREATE INDEX study_event_by_journey ON study_event (journey_id);

-- The order of forms for the next learner of an item, so that halves stay even. It tells nothing else of other learners.
CREATE FUNCTION study_next_form_order(wanted text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  found text;
BEGIN
  -- Two who start at once wait for each other, so that they do not get the same.
  PERFORM pg_advisory_xact_lock(hashtextextended('study:' || wanted, 0));
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT CASE WHEN count(*) FILTER (WHERE form_order = 'a-first') <= count(*) FILTER (WHERE form_order = 'b-first')
    THEN 'a-first' ELSE 'b-first' END
    INTO found FROM study_enrolment WHERE item = wanted;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN found;
END
$$;

SELECT protect(tbl) FROM unnest(ARRAY[
  'study_enrolment', 'study_lesson', 'study_note', 'study_check', 'study_draft', 'study_share']::regclass[]) AS tbl;
SELECT protect('study_event', 'SELECT, INSERT');
SELECT protect('study_template', 'SELECT, INSERT, UPDATE');
SELECT protect('study_template_version', 'SELECT, INSERT');

CREATE POLICY own ON study_enrolment TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY own ON study_lesson TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY own ON study_note TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY own ON study_check TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY own ON study_draft TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY own ON study_event TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());

-- A result goes to a community one belongs to; its people and its advisor read it as long as the learner lets them.
CREATE POLICY own ON study_share TO waymark_server USING (person_id = actor_id())
  WITH CHECK (person_id = actor_id() AND community_id IN (SELECT own_communities()));
CREATE POLICY shown ON study_share FOR SELECT TO waymark_server
  USING (community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities()));

CREATE POLICY by_community ON study_template TO waymark_server
  USING (community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities()) OR acting_for('service'))
  WITH CHECK (community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities()));
CREATE POLICY by_community ON study_template_version TO waymark_server
  USING (community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities()) OR acting_for('service'))
  WITH CHECK (community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities()));
-- One's own part stays readable for one's own export after leaving.
CREATE POLICY own ON study_template_version FOR SELECT TO waymark_server
  USING (saved_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON study_template FOR SELECT TO waymark_server
  USING (created_by = actor_id() AND acting_for('export'));
