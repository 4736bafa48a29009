-- Why: a community follows its pathway on a board: weeks, items, who does what, hours planned and spent, done.

-- What a journey publishes when it leaves its learning behind.
ALTER TABLE journey_document DROP CONSTRAINT journey_document_kind_check;
ALTER TABLE journey_document ADD CONSTRAINT journey_document_kind_check CHECK (kind IN
  ('agreement', 'needs-summary', 'report-card', 'draft-plan', 'validation-record', 'final-plan', 'learning-record'));

CREATE TABLE learning_board (
  journey_id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  release text NOT NULL REFERENCES content_release (hash),
  plan_version integer NOT NULL CHECK (plan_version > 0),
  starts_on date NOT NULL,
  weekly_hours numeric(6, 2) NOT NULL CHECK (weekly_hours > 0),
  planned_weeks integer NOT NULL CHECK (planned_weeks >= 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  undo jsonb,
  begun_at timestamptz NOT NULL,
  done_at timestamptz,
  closed_at timestamptz,
  closed_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  close_reason text CHECK (close_reason <> ''),
  close_language text CHECK (close_language ~ '^[a-z]{2,3}$'),
  CHECK ((closed_at IS NULL) = (close_reason IS NULL) AND (closed_at IS NULL) = (close_language IS NULL)),
  CONSTRAINT learning_board_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN learning_board.plan_version IS 'Version of the final plan that the board follows, or that people decided not to follow.';
COMMENT ON COLUMN learning_board.planned_weeks IS 'Weeks the pathway is to take: as signed, or as agreed when it was planned again.';
COMMENT ON COLUMN learning_board.undo IS 'Where the items stood before the last move, and who moved them.';
COMMENT ON COLUMN learning_board.done_at IS 'Since when nothing of the pathway is open; empty again when something is taken up once more.';
COMMENT ON COLUMN learning_board.closed_at IS 'When the lead asked to close the pathway before everything was done.';

CREATE INDEX learning_board_by_community ON learning_board (community_id);
CREATE INDEX learning_board_by_release ON learning_board (release);
CREATE INDEX learning_board_by_closer ON learning_board (closed_by);
CREATE INDEX learning_board_done ON learning_board (done_at) WHERE done_at IS NOT NULL;

CREATE TABLE learning_item (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES learning_board (journey_id) ON DELETE CASCADE,
  item text CHECK (item <> ''),
  title text CHECK (title <> ''),
  language text CHECK (language ~ '^[a-z]{2,3}$'),
  reasons jsonb NOT NULL DEFAULT '[]',
  marginal bigint NOT NULL DEFAULT 0,
  hours numeric(7, 2) NOT NULL CHECK (hours > 0),
  first_week integer NOT NULL CHECK (first_week > 0),
  parts jsonb NOT NULL,
  position integer NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'doing', 'done', 'prior', 'set-aside')),
  reason text NOT NULL DEFAULT '',
  reason_language text CHECK (reason_language ~ '^[a-z]{2,3}$'),
  origin text NOT NULL CHECK (origin IN ('plan', 'added')),
  done_at timestamptz,
  UNIQUE (id, community_id),
  UNIQUE (journey_id, item),
  CHECK ((item IS NULL) = (title IS NOT NULL AND language IS NOT NULL)),
  CHECK (state NOT IN ('prior', 'set-aside') OR reason <> ''),
  CHECK ((state = 'done') = (done_at IS NOT NULL)),
  CONSTRAINT learning_item_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE
);

COMMENT ON COLUMN learning_item.item IS 'Id in the catalogue; without one, something of the community''s own, with its title.';
COMMENT ON COLUMN learning_item.reasons IS 'What it closes in the order of the plan, as the plan states it.';
COMMENT ON COLUMN learning_item.marginal IS 'What it adds to the pathway''s value in the order of the plan, 10^-6 (Method 4.7).';
COMMENT ON COLUMN learning_item.parts IS 'Hours of the first week, the week after, and so on; together they are the hours planned.';
COMMENT ON COLUMN learning_item.reason IS 'Why it is prior learning, or was set aside.';

CREATE INDEX learning_item_by_community ON learning_item (community_id);
CREATE INDEX learning_item_open ON learning_item (journey_id, state);

CREATE TABLE learning_share (
  item_id uuid NOT NULL,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'doing', 'done')),
  assigned_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  assigned_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (item_id, person_id),
  CHECK ((state = 'done') = (done_at IS NOT NULL)),
  CONSTRAINT learning_share_same_community FOREIGN KEY (item_id, community_id)
    REFERENCES learning_item (id, community_id) ON DELETE CASCADE
);

CREATE INDEX learning_share_by_person ON learning_share (person_id, state);
CREATE INDEX learning_share_by_community ON learning_share (community_id);
CREATE INDEX learning_share_by_assigner ON learning_share (assigned_by);

-- Hours by person are the person's own (Method 4.4); others see totals.
CREATE TABLE learning_hours (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES learning_board (journey_id) ON DELETE CASCADE,
  item_id uuid REFERENCES learning_item (id) ON DELETE SET NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  hours numeric(6, 2) NOT NULL CHECK (hours > 0 AND hours <= 200),
  source text NOT NULL CHECK (source IN ('own', 'study', 'package', 'session')),
  about text CHECK (about <> ''),
  recorded_at timestamptz NOT NULL,
  UNIQUE (journey_id, person_id, about),
  CONSTRAINT learning_hours_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE,
  CONSTRAINT learning_hours_same_item FOREIGN KEY (item_id, community_id)
    REFERENCES learning_item (id, community_id) ON DELETE SET NULL (item_id)
);

COMMENT ON COLUMN learning_hours.about IS 'What the hours come from, so that they are counted once: "session:<id>", "study:<item>".';

CREATE INDEX learning_hours_by_journey ON learning_hours (journey_id, item_id);
CREATE INDEX learning_hours_by_item ON learning_hours (item_id);
CREATE INDEX learning_hours_by_person ON learning_hours (person_id, recorded_at DESC);
CREATE INDEX learning_hours_by_community ON learning_hours (community_id);

-- A template that was kept marked an action of the plan; how the action stood before stays known, so that it can be undone.
CREATE TABLE learning_action (
  action_id uuid PRIMARY KEY REFERENCES action_plan_action (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES learning_board (journey_id) ON DELETE CASCADE,
  item_id uuid REFERENCES learning_item (id) ON DELETE SET NULL,
  file_id uuid REFERENCES journey_file (id) ON DELETE SET NULL,
  was jsonb NOT NULL,
  marked_version integer NOT NULL,
  marked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  marked_at timestamptz NOT NULL,
  undone_at timestamptz,
  CONSTRAINT learning_action_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE
);

CREATE INDEX learning_action_by_journey ON learning_action (journey_id);
CREATE INDEX learning_action_by_item ON learning_action (item_id);
CREATE INDEX learning_action_by_file ON learning_action (file_id);
CREATE INDEX learning_action_by_community ON learning_action (community_id);
CREATE INDEX learning_action_by_marker ON learning_action (marked_by);

-- A calendar that a person follows without signing in: the secret of its address, hashed.
CREATE TABLE learning_calendar (
  journey_id uuid NOT NULL REFERENCES learning_board (journey_id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  made_at timestamptz NOT NULL,
  PRIMARY KEY (journey_id, person_id),
  CONSTRAINT learning_calendar_same_community FOREIGN KEY (journey_id, community_id)
    REFERENCES journey (id, community_id) ON DELETE CASCADE
);

CREATE INDEX learning_calendar_by_person ON learning_calendar (person_id);
CREATE INDEX learning_calendar_by_community ON learning_calendar (community_id);

-- Sums of hours for whoever sees the community: by item, by source, and of everything. Never by person.
CREATE FUNCTION learning_hour_totals(wanted uuid)
  RETURNS TABLE (of text, item_id uuid, source text, hours numeric, people integer, sessions integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT CASE WHEN grouping(h.item_id) = 0 THEN 'item' WHEN grouping(h.source) = 0 THEN 'source' ELSE 'all' END,
    h.item_id, h.source, sum(h.hours), count(DISTINCT h.person_id)::integer,
    count(DISTINCT h.about) FILTER (WHERE h.source = 'session')::integer
  FROM learning_hours h
  WHERE h.journey_id = wanted AND h.community_id IN (SELECT visible_communities())
  GROUP BY GROUPING SETS ((h.item_id), (h.source), ());
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

SELECT protect_community_table('learning_board');
SELECT protect_community_table('learning_item');
SELECT protect_community_table('learning_share');
SELECT protect_community_table('learning_action');

SELECT protect('learning_hours');
CREATE POLICY own ON learning_hours FOR SELECT TO waymark_server USING (person_id = actor_id() OR acting_for('service'));
CREATE POLICY added ON learning_hours FOR INSERT TO waymark_server
  WITH CHECK (community_id IN (SELECT visible_communities()));
CREATE POLICY taken_back ON learning_hours FOR DELETE TO waymark_server USING (person_id = actor_id() OR acting_for('service'));
SELECT protect('learning_calendar');
CREATE POLICY own ON learning_calendar TO waymark_server
  USING (person_id = actor_id() OR acting_for('service'))
  WITH CHECK (person_id = actor_id() AND community_id IN (SELECT visible_communities()));

-- Whoever left can still take along what was theirs to do.
CREATE POLICY own ON learning_share FOR SELECT TO waymark_server USING (person_id = actor_id() AND acting_for('export'));
CREATE POLICY own_item ON learning_item FOR SELECT TO waymark_server
  USING (acting_for('export') AND id IN (SELECT item_id FROM learning_share WHERE person_id = actor_id()));
