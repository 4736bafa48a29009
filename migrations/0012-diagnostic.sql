-- Why: several people of a community answer one diagnostic, each alone; nobody there reads another's answers, and a locked round stays.

-- One administration of the diagnostic. What is asked is settled when it opens; its wording is frozen with the lock.
CREATE TABLE diagnostic_round (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name IN ('baseline', 'endline', 'follow-up')),
  release text NOT NULL REFERENCES content_release (hash),
  form text NOT NULL CHECK (form IN ('short', 'full')),
  variant text NOT NULL CHECK (variant <> ''),
  facets text[] NOT NULL CHECK (cardinality(facets) > 0),
  components text[] NOT NULL CHECK (cardinality(components) > 0),
  needs_reason boolean NOT NULL,
  least_respondents integer NOT NULL CHECK (least_respondents > 0),
  opened_at timestamptz NOT NULL,
  opened_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  closes_at timestamptz NOT NULL CHECK (closes_at > opened_at),
  override_reason text CHECK (override_reason <> ''),
  override_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  override_at timestamptz,
  locked_at timestamptz,
  locked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  locks integer NOT NULL DEFAULT 0 CHECK (locks >= 0),
  wording jsonb,
  unlock_reason text CHECK (unlock_reason <> ''),
  codes integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  CHECK ((locked_at IS NULL) OR (locks > 0 AND wording IS NOT NULL))
);

COMMENT ON COLUMN diagnostic_round.components IS 'Ids of what everyone is asked unless they were given parts of their own.';
COMMENT ON COLUMN diagnostic_round.wording IS 'Component -> version of its descriptors, frozen with the lock.';
COMMENT ON COLUMN diagnostic_round.codes IS 'How many respondent codes were given out: R1, R2, …';
COMMENT ON COLUMN diagnostic_round.unlock_reason IS 'Why a locked round was opened again; every answer changed since has a line in diagnostic_answer_change.';

CREATE UNIQUE INDEX diagnostic_one_baseline ON diagnostic_round (journey_id, name) WHERE name IN ('baseline', 'endline');
CREATE INDEX diagnostic_round_by_journey ON diagnostic_round (journey_id, name, opened_at DESC);
CREATE INDEX diagnostic_round_by_community ON diagnostic_round (community_id);
CREATE INDEX diagnostic_round_by_release ON diagnostic_round (release);
CREATE INDEX diagnostic_round_opener ON diagnostic_round (opened_by);
CREATE INDEX diagnostic_round_overrider ON diagnostic_round (override_by);
CREATE INDEX diagnostic_round_locker ON diagnostic_round (locked_by);

-- A voice in a round: by code and role. Whose it is stands in diagnostic_person, which staff do not read.
CREATE TABLE diagnostic_respondent (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  round_id uuid NOT NULL REFERENCES diagnostic_round (id) ON DELETE CASCADE,
  code text NOT NULL CHECK (code <> ''),
  role text CHECK (length(role) <= 120),
  kind text NOT NULL CHECK (kind IN ('member', 'joint', 'paper', 'phone')),
  components text[],
  own_domains text[] NOT NULL DEFAULT '{}',
  invited_at timestamptz NOT NULL,
  reminded_at timestamptz,
  told_at timestamptz,
  pair_agreed_at timestamptz,
  submitted_at timestamptz,
  returned_at timestamptz,
  question text CHECK (question <> ''),
  removed_at timestamptz,
  withdrawn_at timestamptz,
  answered text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  UNIQUE (round_id, code),
  UNIQUE (id, round_id)
);

COMMENT ON COLUMN diagnostic_respondent.components IS 'Ids of the parts given to this respondent; null: all that the round asks.';
COMMENT ON COLUMN diagnostic_respondent.own_domains IS 'Domains that this respondent says are part of their work.';
COMMENT ON COLUMN diagnostic_respondent.told_at IS 'When they said that they had read who sees what (Method 6.3).';
COMMENT ON COLUMN diagnostic_respondent.pair_agreed_at IS 'When they agreed that the figures of two are shown, from which each can tell the other''s answer (Method 4.4).';
COMMENT ON COLUMN diagnostic_respondent.answered IS 'Ids of the components that are done, so that participation shows without a look at the answers.';
COMMENT ON COLUMN diagnostic_respondent.question IS 'What the advisor asked when it was returned.';

CREATE INDEX diagnostic_respondent_by_round ON diagnostic_respondent (round_id, invited_at);
CREATE INDEX diagnostic_respondent_by_community ON diagnostic_respondent (community_id);

-- Whose a respondent is. Two people who give one joint answer are two rows. Until the invited person opens their part it is an address.
CREATE TABLE diagnostic_person (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  respondent_id uuid NOT NULL REFERENCES diagnostic_respondent (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE CASCADE,
  email text CHECK (email = lower(email)),
  name text CHECK (length(name) <= 200),
  language text CHECK (language ~ '^[a-z]{2,3}$'),
  added_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  UNIQUE (respondent_id, person_id),
  CHECK (person_id IS NOT NULL OR email IS NOT NULL OR name IS NOT NULL)
);

COMMENT ON COLUMN diagnostic_person.language IS 'In which mail reaches someone invited by address alone.';

CREATE INDEX diagnostic_person_by_person ON diagnostic_person (person_id);
CREATE INDEX diagnostic_person_by_community ON diagnostic_person (community_id);
CREATE INDEX diagnostic_person_by_email ON diagnostic_person (email);
CREATE INDEX diagnostic_person_adder ON diagnostic_person (added_by);

CREATE TABLE diagnostic_answer (
  respondent_id uuid NOT NULL,
  round_id uuid NOT NULL,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  component text NOT NULL,
  answer jsonb NOT NULL,
  entered text NOT NULL DEFAULT 'self' CHECK (entered IN ('self', 'paper', 'phone')),
  entered_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (respondent_id, component),
  FOREIGN KEY (respondent_id, round_id) REFERENCES diagnostic_respondent (id, round_id) ON DELETE CASCADE
);

COMMENT ON COLUMN diagnostic_answer.entered_by IS 'The advisor who entered it from paper or by phone.';

CREATE INDEX diagnostic_answer_by_round ON diagnostic_answer (round_id);
CREATE INDEX diagnostic_answer_by_respondent ON diagnostic_answer (respondent_id, round_id);
CREATE INDEX diagnostic_answer_by_community ON diagnostic_answer (community_id);
CREATE INDEX diagnostic_answer_enterer ON diagnostic_answer (entered_by);

-- What an answer was before it changed in a round that had been locked. Written by the database alone.
CREATE TABLE diagnostic_answer_change (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  respondent_id uuid NOT NULL REFERENCES diagnostic_respondent (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  component text NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  lock_number integer NOT NULL,
  reason text NOT NULL,
  at timestamptz NOT NULL
);

CREATE INDEX diagnostic_change_by_respondent ON diagnostic_answer_change (respondent_id, id);
CREATE INDEX diagnostic_change_by_community ON diagnostic_answer_change (community_id);

-- A respondent's note on a component. One that "stays with us" is never staff's to read.
CREATE TABLE diagnostic_note (
  respondent_id uuid NOT NULL REFERENCES diagnostic_respondent (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  component text NOT NULL,
  text text NOT NULL,
  stays_with_us boolean NOT NULL DEFAULT false,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (respondent_id, component)
);

CREATE INDEX diagnostic_note_by_community ON diagnostic_note (community_id);

-- What would show an answer: a file or a link.
CREATE TABLE diagnostic_evidence (
  id uuid PRIMARY KEY,
  respondent_id uuid NOT NULL REFERENCES diagnostic_respondent (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  component text NOT NULL,
  file_id uuid REFERENCES journey_file (id) ON DELETE CASCADE,
  link text CHECK (link ~ '^https://' AND length(link) <= 2000),
  stays_with_us boolean NOT NULL DEFAULT false,
  added_at timestamptz NOT NULL,
  CHECK ((file_id IS NULL) <> (link IS NULL))
);

CREATE INDEX diagnostic_evidence_by_respondent ON diagnostic_evidence (respondent_id, component);
CREATE INDEX diagnostic_evidence_by_community ON diagnostic_evidence (community_id);
CREATE INDEX diagnostic_evidence_by_file ON diagnostic_evidence (file_id);

-- Respondents that are the actor's own: read by every policy below, past the policies of the tables it looks into.
CREATE FUNCTION own_respondents() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  -- Who left the community keeps what is theirs for their own export, and answers no more.
  RETURN QUERY
  SELECT p.respondent_id FROM diagnostic_person p
  WHERE p.person_id = actor_id()
    AND (acting_for('export') OR EXISTS (
      SELECT FROM people_member m WHERE m.community_id = p.community_id AND m.person_id = p.person_id AND m.left_at IS NULL));
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

-- A locked round takes no answer, whoever asks and whenever; the share lock makes a write and the lock wait for each other.
CREATE FUNCTION diagnostic_guard_answer() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  round diagnostic_round;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT * INTO round FROM diagnostic_round WHERE id = NEW.round_id FOR SHARE;
  IF round.locked_at IS NOT NULL
    AND (TG_OP = 'INSERT' OR NEW.answer IS DISTINCT FROM OLD.answer OR NEW.component IS DISTINCT FROM OLD.component) THEN
    RAISE EXCEPTION 'The round is locked.' USING ERRCODE = 'WM001';
  END IF;
  IF round.locks > 0 AND (TG_OP = 'INSERT' OR NEW.answer IS DISTINCT FROM OLD.answer) THEN
    INSERT INTO diagnostic_answer_change (respondent_id, community_id, component, before, after, lock_number, reason, at)
    VALUES (NEW.respondent_id, NEW.community_id, NEW.component, CASE WHEN TG_OP = 'UPDATE' THEN OLD.answer END, NEW.answer,
      round.locks, coalesce(round.unlock_reason, '-'), NEW.updated_at);
  END IF;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN NEW;
END
$$;

CREATE TRIGGER diagnostic_answer_guard BEFORE INSERT OR UPDATE ON diagnostic_answer
  FOR EACH ROW EXECUTE FUNCTION diagnostic_guard_answer();

-- Nobody becomes a respondent who has already answered, or joins one who answers alone: their answers would be theirs to read.
CREATE FUNCTION diagnostic_guard_person() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  taken boolean;
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.person_id IS NULL OR NEW.person_id IS NOT DISTINCT FROM OLD.person_id)
    AND NEW.respondent_id = OLD.respondent_id THEN
    RETURN NEW;
  END IF;
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT EXISTS (SELECT FROM diagnostic_answer WHERE respondent_id = NEW.respondent_id)
    OR EXISTS (SELECT FROM diagnostic_person other JOIN diagnostic_respondent r ON r.id = other.respondent_id
      WHERE other.respondent_id = NEW.respondent_id AND other.id <> NEW.id AND r.kind <> 'joint') INTO taken;
  PERFORM set_config('waymark.maintenance', before, true);
  IF taken THEN
    RAISE EXCEPTION 'This respondent has already answered, or answers alone.';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER diagnostic_person_guard BEFORE INSERT OR UPDATE ON diagnostic_person
  FOR EACH ROW EXECUTE FUNCTION diagnostic_guard_person();

SELECT protect_community_table('diagnostic_round', 'SELECT, INSERT, UPDATE');
CREATE POLICY status ON diagnostic_round FOR SELECT TO waymark_server USING ((SELECT actor_has('manager')));

SELECT protect('diagnostic_respondent');
CREATE POLICY by_community ON diagnostic_respondent TO waymark_server
  USING (community_id IN (SELECT visible_communities()) OR id IN (SELECT own_respondents()))
  WITH CHECK (community_id IN (SELECT visible_communities()) OR id IN (SELECT own_respondents()));

-- The lead knows whom they invited, everyone knows of themselves, and an advisor knows whom they entered.
SELECT protect('diagnostic_person');
CREATE POLICY known ON diagnostic_person TO waymark_server
  USING (person_id = actor_id() OR community_id IN (SELECT led_communities()) OR added_by = actor_id() OR acting_for('service'))
  WITH CHECK (person_id = actor_id() OR community_id IN (SELECT led_communities()) OR added_by = actor_id() OR acting_for('service'));
-- Only those who run the round say who answers; nobody takes a place by themselves that was not kept for their address.
CREATE POLICY added_by_those_who_run ON diagnostic_person AS RESTRICTIVE FOR INSERT TO waymark_server
  WITH CHECK (community_id IN (SELECT led_communities()) OR community_id IN (SELECT advised_communities()) OR acting_for('service'));
-- Whoever was invited by e-mail takes what waits for their address.
CREATE POLICY invited ON diagnostic_person TO waymark_server
  USING (person_id IS NULL AND community_id IN (SELECT own_communities())
    AND email = (SELECT p.email FROM people_person p WHERE p.id = actor_id() AND p.email_verified))
  WITH CHECK (person_id = actor_id());

SELECT protect('diagnostic_answer');
CREATE POLICY own ON diagnostic_answer TO waymark_server
  USING (respondent_id IN (SELECT own_respondents())) WITH CHECK (respondent_id IN (SELECT own_respondents()));
CREATE POLICY advised ON diagnostic_answer TO waymark_server
  USING (community_id IN (SELECT advised_communities())) WITH CHECK (community_id IN (SELECT advised_communities()));
CREATE POLICY computed ON diagnostic_answer FOR SELECT TO waymark_server
  USING (acting_for('compute') AND community_id IN (SELECT visible_communities()));
CREATE POLICY retention ON diagnostic_answer FOR SELECT TO waymark_server USING (acting_for('service'));
CREATE POLICY retention_ends ON diagnostic_answer FOR DELETE TO waymark_server USING (acting_for('service'));

SELECT protect('diagnostic_answer_change', 'SELECT, DELETE');
CREATE POLICY own ON diagnostic_answer_change TO waymark_server USING (respondent_id IN (SELECT own_respondents()));
CREATE POLICY advised ON diagnostic_answer_change FOR SELECT TO waymark_server
  USING (community_id IN (SELECT advised_communities()));
CREATE POLICY retention ON diagnostic_answer_change TO waymark_server USING (acting_for('service'));

SELECT protect('diagnostic_note');
CREATE POLICY own ON diagnostic_note TO waymark_server
  USING (respondent_id IN (SELECT own_respondents())) WITH CHECK (respondent_id IN (SELECT own_respondents()));
CREATE POLICY advised ON diagnostic_note TO waymark_server
  USING (NOT stays_with_us AND community_id IN (SELECT advised_communities()))
  WITH CHECK (NOT stays_with_us AND community_id IN (SELECT advised_communities()));
CREATE POLICY retention ON diagnostic_note TO waymark_server USING (acting_for('service'));

SELECT protect('diagnostic_evidence', 'SELECT, INSERT, DELETE');
CREATE POLICY own ON diagnostic_evidence TO waymark_server
  USING (respondent_id IN (SELECT own_respondents())) WITH CHECK (respondent_id IN (SELECT own_respondents()));
CREATE POLICY advised ON diagnostic_evidence TO waymark_server
  USING (NOT stays_with_us AND community_id IN (SELECT advised_communities()))
  WITH CHECK (NOT stays_with_us AND community_id IN (SELECT advised_communities()));
CREATE POLICY retention ON diagnostic_evidence TO waymark_server USING (acting_for('service'));
