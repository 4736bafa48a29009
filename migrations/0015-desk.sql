-- Why: an advisor and a community write to each other in one place, an advisor keeps notes, and what one may see can be searched.

CREATE TABLE desk_message (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  written_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  body text NOT NULL CHECK (body <> '' AND length(body) <= 10000),
  file_id uuid REFERENCES journey_file (id) ON DELETE SET NULL,
  form_key text NOT NULL,
  at timestamptz NOT NULL,
  UNIQUE (journey_id, form_key)
);

COMMENT ON COLUMN desk_message.form_key IS 'Made with the empty form, so that sending it twice writes once.';

CREATE INDEX desk_message_by_journey ON desk_message (journey_id, at DESC);
CREATE INDEX desk_message_by_community ON desk_message (community_id);
CREATE INDEX desk_message_by_person ON desk_message (written_by);
CREATE INDEX desk_message_by_file ON desk_message (file_id);

CREATE TABLE desk_message_seen (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (journey_id, person_id)
);

CREATE INDEX desk_message_seen_by_person ON desk_message_seen (person_id);
CREATE INDEX desk_message_seen_by_community ON desk_message_seen (community_id);

-- Notes of the advisors among themselves. An access request of the community covers them too; the program answers it.
CREATE TABLE desk_note (
  community_id uuid PRIMARY KEY REFERENCES people_community (id) ON DELETE CASCADE,
  body text NOT NULL CHECK (length(body) <= 50000),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX desk_note_by_person ON desk_note (updated_by);

SELECT protect_community_table('desk_message', 'SELECT, INSERT');
SELECT protect('desk_message_seen');
CREATE POLICY own ON desk_message_seen TO waymark_server
  USING (person_id = actor_id() OR acting_for('service'))
  WITH CHECK (person_id = actor_id() AND community_id IN (SELECT visible_communities()));
SELECT protect('desk_note');
CREATE POLICY advisors ON desk_note TO waymark_server
  USING (community_id IN (SELECT advised_communities()) OR acting_for('service'))
  WITH CHECK (community_id IN (SELECT advised_communities()));

-- Whoever left can still take along what they wrote.
CREATE POLICY own ON desk_message FOR SELECT TO waymark_server USING (written_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON desk_note FOR SELECT TO waymark_server USING (updated_by = actor_id() AND acting_for('export'));

-- Letters without their accents, so that "Metis" finds "Métis".
CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT translate(lower(words), 'àâäáãåçèéêëìíîïñòóôöõùúûüÿ’', 'aaaaaaceeeeiiiinooooouuuuy''') $$;

-- Logs can only be added to, and answers of others are nobody's to delete: when their time is over the owner removes them, by the
-- database's own clock. Communities under a legal hold keep everything. The results that were made of the answers stay in the
-- documents of the journey.
CREATE FUNCTION program_retain(answers_months integer, logs_months integer) RETURNS TABLE (what text, removed bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  answers_before timestamptz := now() - make_interval(months => greatest(answers_months, 1));
  logs_before timestamptz := now() - make_interval(months => greatest(logs_months, 1));
  rounds uuid[];
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT coalesce(array_agg(r.id), '{}') INTO rounds FROM diagnostic_round r
    JOIN journey j ON j.id = r.journey_id JOIN people_community c ON c.id = r.community_id
    WHERE j.ended_at < answers_before AND c.legal_hold_since IS NULL;
  DELETE FROM journey_file WHERE id IN (
    SELECT e.file_id FROM diagnostic_evidence e JOIN diagnostic_respondent p ON p.id = e.respondent_id
    WHERE p.round_id = ANY (rounds) AND e.file_id IS NOT NULL);
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'journey_file'; RETURN NEXT;
  DELETE FROM diagnostic_answer WHERE round_id = ANY (rounds);
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'diagnostic_answer'; RETURN NEXT;
  DELETE FROM diagnostic_respondent WHERE round_id = ANY (rounds);
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'diagnostic_respondent'; RETURN NEXT;
  DELETE FROM people_read r USING people_community c
    WHERE r.community_id = c.id AND c.legal_hold_since IS NULL AND r.at < logs_before;
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'people_read'; RETURN NEXT;
  DELETE FROM journey_event e USING people_community c
    WHERE e.community_id = c.id AND c.legal_hold_since IS NULL AND e.at < logs_before;
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'journey_event'; RETURN NEXT;
  DELETE FROM program_event WHERE at < logs_before;
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'program_event'; RETURN NEXT;
  DELETE FROM program_incident WHERE closed_on IS NOT NULL AND closed_on < current_date - interval '5 years';
  GET DIAGNOSTICS removed = ROW_COUNT; what := 'program_incident'; RETURN NEXT;
  PERFORM set_config('waymark.maintenance', '', true);
END
$$;

REVOKE ALL ON FUNCTION program_retain FROM PUBLIC;
GRANT EXECUTE ON FUNCTION program_retain TO waymark_server;
