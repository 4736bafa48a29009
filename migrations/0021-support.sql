-- Why: questions from learners find someone who answers, sessions are booked and held, and the directory says who can help.

-- One entry for each advisor and expert: managers match requests by it, questions find their way by it, learners read it.
ALTER TABLE request_advisor RENAME TO people_directory;
ALTER TABLE people_directory
  ADD COLUMN places text[] NOT NULL DEFAULT '{}',
  ADD COLUMN about jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN takes_questions boolean NOT NULL DEFAULT true,
  ADD COLUMN takes_sessions boolean NOT NULL DEFAULT true,
  ADD COLUMN most_questions integer NOT NULL DEFAULT 5 CHECK (most_questions BETWEEN 1 AND 50);

COMMENT ON COLUMN people_directory.places IS 'Where they work, in their words.';
COMMENT ON COLUMN people_directory.about IS 'Language -> a short text about themselves.';
COMMENT ON COLUMN people_directory.most_questions IS 'From this many open questions on, no new one is sent to them.';

CREATE POLICY seen ON people_directory FOR SELECT TO waymark_server USING (actor_id() IS NOT NULL);

-- A question from a community's learner, and who is to answer it.
CREATE TABLE support_question (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  asked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  subject text NOT NULL CHECK (subject <> '' AND length(subject) <= 200),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  item text,
  lesson text,
  component text,
  action_id uuid REFERENCES action_plan_action (id) ON DELETE SET NULL,
  discipline text,
  private boolean NOT NULL DEFAULT false,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'follow-up', 'closed')),
  thanks boolean NOT NULL DEFAULT false,
  answerer_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  outside boolean NOT NULL DEFAULT false,
  inside_only boolean NOT NULL DEFAULT false,
  shared_at timestamptz,
  shared_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  first_answered_at timestamptz,
  changed_at timestamptz NOT NULL,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (id, community_id),
  CONSTRAINT support_question_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN support_question.private IS 'For whoever asked and whoever answers alone.';
COMMENT ON COLUMN support_question.discipline IS 'Id of a domain of the framework.';
COMMENT ON COLUMN support_question.outside IS 'Who answers is not assigned to the community.';
COMMENT ON COLUMN support_question.inside_only IS 'The community wants no answer from outside.';
COMMENT ON COLUMN support_question.shared_at IS 'From when on who answers may read it: at once under standard data terms or inside the community''s team; under other terms when a lead or steward agreed.';

CREATE INDEX support_question_by_community ON support_question (community_id, changed_at DESC);
CREATE INDEX support_question_by_journey ON support_question (journey_id);
CREATE INDEX support_question_by_asker ON support_question (asked_by, changed_at DESC);
CREATE INDEX support_question_by_answerer ON support_question (answerer_id, changed_at DESC);
CREATE INDEX support_question_by_sharer ON support_question (shared_by);
CREATE INDEX support_question_by_action ON support_question (action_id);
CREATE INDEX support_question_by_time ON support_question (asked_at DESC);
CREATE INDEX support_question_open ON support_question (asked_at) WHERE state IN ('open', 'follow-up');

-- What was written in a thread. Added to, never changed.
CREATE TABLE support_message (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES support_question (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  written_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  answers boolean NOT NULL,
  body text NOT NULL CHECK (body <> ''),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  form_key text NOT NULL CHECK (form_key <> ''),
  at timestamptz NOT NULL,
  UNIQUE (id, community_id),
  UNIQUE (question_id, form_key),
  CONSTRAINT support_message_same_community FOREIGN KEY (question_id, community_id)
    REFERENCES support_question (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN support_message.answers IS 'Written by whoever answers, not by the community.';
COMMENT ON COLUMN support_message.form_key IS 'Of the form it came by: sent twice, it is kept once.';

CREATE INDEX support_message_by_question ON support_message (question_id, at);
CREATE INDEX support_message_by_community ON support_message (community_id);
CREATE INDEX support_message_by_writer ON support_message (written_by);

-- A file of a thread. It is read by whoever reads the thread, and is not among the community's files: a private thread's stay private.
CREATE TABLE support_file (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES support_message (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size BETWEEN 1 AND 10000000),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content bytea NOT NULL,
  CONSTRAINT support_file_same_community FOREIGN KEY (message_id, community_id)
    REFERENCES support_message (id, community_id) ON DELETE CASCADE
);

CREATE INDEX support_file_by_message ON support_file (message_id);
CREATE INDEX support_file_by_community ON support_file (community_id);

-- Each time a question was sent to someone. Added to, never changed.
CREATE TABLE support_route (
  id uuid PRIMARY KEY,
  question_id uuid NOT NULL REFERENCES support_question (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  to_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  by_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  reason text NOT NULL DEFAULT '',
  at timestamptz NOT NULL,
  CONSTRAINT support_route_same_community FOREIGN KEY (question_id, community_id)
    REFERENCES support_question (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN support_route.by_id IS 'Who passed it on; left out, the service by its rule.';

CREATE INDEX support_route_by_question ON support_route (question_id, at);
CREATE INDEX support_route_by_community ON support_route (community_id);
CREATE INDEX support_route_to ON support_route (to_id, at DESC);
CREATE INDEX support_route_by_sender ON support_route (by_id);

-- Someone agreed that an answer may be published without any trace of who asked.
CREATE TABLE support_consent (
  question_id uuid PRIMARY KEY REFERENCES support_question (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  agreed_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  agreed_at timestamptz NOT NULL,
  token bytea CHECK (octet_length(token) = 32),
  CONSTRAINT support_consent_same_community FOREIGN KEY (question_id, community_id)
    REFERENCES support_question (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN support_consent.token IS 'With it the copy can be taken back; the copy knows its SHA-256 alone. Erased on request, it leaves no way from one to the other.';

CREATE INDEX support_consent_by_community ON support_consent (community_id);
CREATE INDEX support_consent_by_person ON support_consent (agreed_by);

-- An answer for everyone. It refers to no question, person or community, and knows the month alone.
CREATE TABLE support_published (
  id uuid PRIMARY KEY,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
  item text,
  component text,
  texts jsonb NOT NULL,
  month date NOT NULL CHECK (extract(day FROM month) = 1),
  removal_hash bytea NOT NULL UNIQUE CHECK (octet_length(removal_hash) = 32),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0)
);

COMMENT ON COLUMN support_published.texts IS 'Language -> question and answer.';

-- Wherever an answer is taken back, the library's search forgets it in the same moment.
ALTER TABLE library_entry ADD CONSTRAINT library_entry_answer FOREIGN KEY (answer_id)
  REFERENCES support_published (id) ON DELETE CASCADE;

CREATE INDEX support_published_by_state ON support_published (state, month DESC, id);
CREATE INDEX support_published_by_item ON support_published (item, month DESC) WHERE state = 'published';
CREATE INDEX support_published_by_component ON support_published (component, month DESC) WHERE state = 'published';

-- A talk of an advisor or expert with a community.
CREATE TABLE support_session (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  host_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  item text,
  topic text NOT NULL CHECK (topic <> '' AND length(topic) <= 200),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  starts_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 15 AND 480),
  place text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'cancelled', 'held')),
  sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  booked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  booked_at timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '',
  notes text NOT NULL DEFAULT '',
  notes_language text CHECK (notes_language ~ '^[a-z]{2,3}$'),
  notes_version integer NOT NULL DEFAULT 0 CHECK (notes_version >= 0),
  notes_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  hours numeric(6, 2) CHECK (hours > 0),
  held_at timestamptz,
  UNIQUE (id, community_id),
  CONSTRAINT support_session_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN support_session.sequence IS 'The SEQUENCE of its calendar file (RFC 5545): one more with every change.';
COMMENT ON COLUMN support_session.hours IS 'How long it took, once it was held.';

CREATE INDEX support_session_by_community ON support_session (community_id, starts_at DESC);
CREATE INDEX support_session_by_journey ON support_session (journey_id);
CREATE INDEX support_session_by_host ON support_session (host_id, starts_at DESC);
CREATE INDEX support_session_by_booker ON support_session (booked_by);
CREATE INDEX support_session_by_note_taker ON support_session (notes_by);

-- Members of the community who take part.
CREATE TABLE support_session_person (
  session_id uuid NOT NULL REFERENCES support_session (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  PRIMARY KEY (session_id, person_id),
  CONSTRAINT support_session_person_same_community FOREIGN KEY (session_id, community_id)
    REFERENCES support_session (id, community_id) ON DELETE CASCADE
);

CREATE INDEX support_session_person_by_community ON support_session_person (community_id);
CREATE INDEX support_session_person_by_person ON support_session_person (person_id);

-- What someone said of a session. Theirs alone; who held it sees totals of five or more.
CREATE TABLE support_feedback (
  id uuid PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES support_session (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  useful integer NOT NULL CHECK (useful BETWEEN 1 AND 4),
  clear integer NOT NULL CHECK (clear BETWEEN 1 AND 4),
  next_step integer NOT NULL CHECK (next_step BETWEEN 1 AND 4),
  turn bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz NOT NULL,
  UNIQUE (session_id, person_id),
  CONSTRAINT support_feedback_same_community FOREIGN KEY (session_id, community_id)
    REFERENCES support_session (id, community_id) ON DELETE CASCADE
);

CREATE INDEX support_feedback_by_community ON support_feedback (community_id);
CREATE INDEX support_feedback_by_person ON support_feedback (person_id);

-- Nobody is in two talks at once: whoever books, and whatever it is called. Two bookings wait for each other at the same lock that the
-- booking of interviews takes.
CREATE FUNCTION support_one_at_a_time() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  host uuid := coalesce(to_jsonb(NEW) ->> 'host_id', to_jsonb(NEW) ->> 'advisor_id')::uuid;
  ends timestamptz := NEW.starts_at + NEW.minutes * interval '1 minute';
  taken boolean;
BEGIN
  IF NEW.state <> 'booked' OR host IS NULL THEN
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('interview'), hashtext(host::text));
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT EXISTS (
    SELECT FROM support_session s
    WHERE s.host_id = host AND s.state = 'booked' AND s.id <> NEW.id
      AND s.starts_at < ends AND s.starts_at + s.minutes * interval '1 minute' > NEW.starts_at
    UNION ALL
    SELECT FROM interview_booking b
    WHERE TG_TABLE_NAME = 'support_session' AND b.advisor_id = host AND b.state = 'booked' AND NOT b.whole_day
      AND b.starts_at < ends AND b.starts_at + b.minutes * interval '1 minute' > NEW.starts_at) INTO taken;
  PERFORM set_config('waymark.maintenance', before, true);
  IF taken THEN
    RAISE EXCEPTION 'this person has another talk at that time' USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER one_at_a_time BEFORE INSERT OR UPDATE OF starts_at, minutes, host_id, state ON support_session
  FOR EACH ROW EXECUTE FUNCTION support_one_at_a_time();
CREATE TRIGGER one_at_a_time BEFORE INSERT OR UPDATE OF starts_at, minutes, advisor_id, state ON interview_booking
  FOR EACH ROW EXECUTE FUNCTION support_one_at_a_time();

-- When an advisor or expert is busy, and nothing about with whom: interviews and sessions alike.
CREATE OR REPLACE FUNCTION interview_busy(advisor uuid, from_at timestamptz, until_at timestamptz)
  RETURNS TABLE (starts_at timestamptz, minutes integer, booking uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT b.starts_at, b.minutes, CASE WHEN b.community_id IN (SELECT visible_communities()) THEN b.id END
  FROM (
    SELECT i.id, i.community_id, i.starts_at, i.minutes FROM interview_booking i
    WHERE i.advisor_id = advisor AND i.state = 'booked'
    UNION ALL
    SELECT s.id, s.community_id, s.starts_at, s.minutes FROM support_session s
    WHERE s.host_id = advisor AND s.state = 'booked') b
  WHERE b.starts_at < until_at AND b.starts_at > from_at - interval '8 hours'
    AND (advisor = actor_id()
      OR EXISTS (
        SELECT FROM people_assignment a
        WHERE a.person_id = advisor AND a.ended_at IS NULL AND a.community_id IN (SELECT visible_communities()))
      OR (actor_id() IS NOT NULL AND EXISTS (
        SELECT FROM people_directory d WHERE d.person_id = advisor AND d.takes_sessions)));
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

CREATE POLICY offered ON interview_pattern FOR SELECT TO waymark_server
  USING (actor_id() IS NOT NULL AND person_id IN (SELECT d.person_id FROM people_directory d WHERE d.takes_sessions));
CREATE POLICY offered ON interview_slot FOR SELECT TO waymark_server
  USING (actor_id() IS NOT NULL AND person_id IN (SELECT d.person_id FROM people_directory d WHERE d.takes_sessions));

-- Totals of what was said of someone's sessions: for them alone, and of the first five, ten, fifteen … only, so that no two looks
-- differ by one person.
CREATE FUNCTION support_feedback_totals()
  RETURNS TABLE (people bigint, useful numeric, clear numeric, next_step numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  WITH said AS (
    SELECT f.*, row_number() OVER (ORDER BY f.turn) AS n, count(*) OVER () AS whole
    FROM support_feedback f JOIN support_session s ON s.id = f.session_id WHERE s.host_id = actor_id())
  SELECT count(*), round(avg(said.useful), 1), round(avg(said.clear), 1), round(avg(said.next_step), 1)
  FROM said WHERE n <= whole - whole % 5
  HAVING count(*) >= 5;
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

-- Where a published copy stands, and taking it back: by the token alone, whoever it belongs to.
CREATE FUNCTION support_copy_state(token bytea) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  found text;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT p.state INTO found FROM support_published p WHERE p.removal_hash = sha256(token);
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN found;
END
$$;

CREATE FUNCTION support_remove_copy(token bytea) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  removed integer;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  DELETE FROM support_published p WHERE p.removal_hash = sha256(token);
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN removed;
END
$$;

REVOKE ALL ON FUNCTION support_one_at_a_time, support_feedback_totals, support_copy_state, support_remove_copy FROM PUBLIC;
GRANT EXECUTE ON FUNCTION support_feedback_totals, support_copy_state, support_remove_copy TO waymark_server;

-- A question is for the community's members and its advisor; a private one for who asked; either for who is to answer it.
SELECT protect('support_question');
CREATE POLICY seen ON support_question TO waymark_server
  USING (acting_for('service')
    OR (community_id IN (SELECT own_communities()) AND (NOT private OR asked_by = actor_id()))
    OR (NOT private AND community_id IN (SELECT advised_communities()))
    OR (answerer_id = actor_id() AND shared_at IS NOT NULL
      AND ((SELECT actor_has('expert')) OR (SELECT actor_has('advisor')))))
  WITH CHECK (acting_for('service') OR community_id IN (SELECT own_communities()));

-- What belongs to a question is read with it.
SELECT protect('support_message', 'SELECT, INSERT, DELETE');
CREATE POLICY with_question ON support_message TO waymark_server
  USING (EXISTS (SELECT FROM support_question q WHERE q.id = question_id))
  WITH CHECK (acting_for('service') OR (written_by = actor_id() AND EXISTS (SELECT FROM support_question q WHERE q.id = question_id)));
SELECT protect('support_file', 'SELECT, INSERT, DELETE');
CREATE POLICY with_message ON support_file TO waymark_server
  USING (EXISTS (SELECT FROM support_message m WHERE m.id = message_id))
  WITH CHECK (EXISTS (SELECT FROM support_message m WHERE m.id = message_id));
SELECT protect('support_route', 'SELECT, INSERT');
CREATE POLICY with_question ON support_route TO waymark_server
  USING (EXISTS (SELECT FROM support_question q WHERE q.id = question_id))
  WITH CHECK (acting_for('service') OR EXISTS (SELECT FROM support_question q WHERE q.id = question_id));
SELECT protect('support_consent');
CREATE POLICY with_question ON support_consent TO waymark_server
  USING (community_id IN (SELECT own_communities()) AND EXISTS (SELECT FROM support_question q WHERE q.id = question_id))
  WITH CHECK (community_id IN (SELECT own_communities()) AND EXISTS (SELECT FROM support_question q WHERE q.id = question_id));

SELECT protect('support_published');
CREATE POLICY published ON support_published FOR SELECT TO waymark_server USING (state = 'published');
CREATE POLICY edited ON support_published TO waymark_server
  USING ((SELECT actor_has('author')) OR (SELECT actor_has('manager')))
  WITH CHECK ((SELECT actor_has('author')) OR (SELECT actor_has('manager')));
CREATE POLICY offered ON support_published FOR INSERT TO waymark_server
  WITH CHECK (state = 'draft' AND actor_id() IS NOT NULL);

SELECT protect('support_session', 'SELECT, INSERT, UPDATE');
CREATE POLICY seen ON support_session TO waymark_server
  USING (acting_for('service') OR community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities())
    OR (host_id = actor_id() AND ((SELECT actor_has('expert')) OR (SELECT actor_has('advisor')))))
  WITH CHECK (acting_for('service') OR community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities())
    OR host_id = actor_id());
SELECT protect('support_session_person', 'SELECT, INSERT, DELETE');
CREATE POLICY with_session ON support_session_person TO waymark_server
  USING (EXISTS (SELECT FROM support_session s WHERE s.id = session_id))
  WITH CHECK (EXISTS (SELECT FROM support_session s WHERE s.id = session_id));
SELECT protect('support_feedback', 'SELECT, INSERT, UPDATE, DELETE');
CREATE POLICY own ON support_feedback TO waymark_server
  USING (person_id = actor_id()) WITH CHECK (person_id = actor_id() AND community_id IN (SELECT own_communities()));

-- Whoever left can still take along what they asked, wrote, booked and held; what was private goes with their account.
CREATE POLICY own ON support_question TO waymark_server
  USING (asked_by = actor_id() AND acting_for('export')) WITH CHECK (asked_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON support_message FOR SELECT TO waymark_server USING (written_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON support_session FOR SELECT TO waymark_server
  USING (actor_id() IN (booked_by, host_id, notes_by) AND acting_for('export'));
CREATE POLICY own ON support_session_person FOR SELECT TO waymark_server
  USING (person_id = actor_id() AND acting_for('export'));
