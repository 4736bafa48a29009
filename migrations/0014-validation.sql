-- Why: what community and advisor agree on at validation, and the sign-off of the final plan, each with who, when and why.

-- What was decided, block by block: a finding, the levels of a domain, the ranking, the choice. Every save is a new version and
-- none is ever changed, so a disagreement that was recorded stays.
CREATE TABLE validation_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  block text NOT NULL CHECK (block ~ '^(agenda|setting|ranking|choice|consent|open|levels:.+|finding:.+)$'),
  version integer NOT NULL CHECK (version > 0),
  value jsonb NOT NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  at timestamptz NOT NULL,
  UNIQUE (journey_id, block, version)
);

COMMENT ON COLUMN validation_entry.block IS 'agenda, setting, ranking, choice, consent, open, levels:<domain> or finding:<item of the agenda>.';

CREATE INDEX validation_entry_by_journey ON validation_entry (journey_id, id);
CREATE INDEX validation_entry_by_community ON validation_entry (community_id);
CREATE INDEX validation_entry_by_person ON validation_entry (person_id);

-- What the final plan says beyond what was agreed: message, dates, resources, and why a signed plan is revised.
CREATE TABLE final_plan_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  block text NOT NULL CHECK (block IN ('message', 'dates', 'resources', 'revision')),
  version integer NOT NULL CHECK (version > 0),
  value jsonb NOT NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  at timestamptz NOT NULL,
  UNIQUE (journey_id, block, version)
);

CREATE INDEX final_plan_entry_by_journey ON final_plan_entry (journey_id, id);
CREATE INDEX final_plan_entry_by_community ON final_plan_entry (community_id);
CREATE INDEX final_plan_entry_by_person ON final_plan_entry (person_id);

-- A plan as it was put before the community's approval body, and what that body decided.
CREATE TABLE final_plan_sign_off (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  plan jsonb NOT NULL,
  body text NOT NULL CHECK (body <> ''),
  expected_on date,
  paused boolean NOT NULL DEFAULT false,
  asked_at timestamptz NOT NULL,
  asked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  decision text CHECK (decision IN ('signed', 'returned', 'taken-back')),
  decided_on date,
  reference text,
  comments text,
  decided_at timestamptz,
  recorded_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  file_id uuid REFERENCES journey_file (id) ON DELETE SET NULL,
  document_version integer,
  CHECK ((decision IS NULL) = (decided_at IS NULL)),
  CHECK (decision IS DISTINCT FROM 'signed' OR (decided_on IS NOT NULL AND document_version IS NOT NULL)),
  CHECK (decision IS DISTINCT FROM 'returned' OR comments <> '')
);

COMMENT ON COLUMN final_plan_sign_off.plan IS 'The values as the body saw them: what is signed is what was put before it.';

CREATE INDEX final_plan_sign_off_by_journey ON final_plan_sign_off (journey_id, asked_at);
CREATE INDEX final_plan_sign_off_by_community ON final_plan_sign_off (community_id);
CREATE INDEX final_plan_sign_off_by_asker ON final_plan_sign_off (asked_by);
CREATE INDEX final_plan_sign_off_by_recorder ON final_plan_sign_off (recorded_by);
CREATE INDEX final_plan_sign_off_by_file ON final_plan_sign_off (file_id);
-- One at a time.
CREATE UNIQUE INDEX final_plan_sign_off_open ON final_plan_sign_off (journey_id) WHERE decision IS NULL;

SELECT protect_community_table('validation_entry', 'SELECT, INSERT');
SELECT protect_community_table('final_plan_entry', 'SELECT, INSERT');
SELECT protect_community_table('final_plan_sign_off', 'SELECT, INSERT, UPDATE');
-- A decision stays as it was recorded.
CREATE POLICY while_open ON final_plan_sign_off AS RESTRICTIVE FOR UPDATE TO waymark_server USING (decision IS NULL) WITH CHECK (true);

-- Whoever left can still take along what they wrote.
CREATE POLICY own ON validation_entry FOR SELECT TO waymark_server USING (person_id = actor_id() AND acting_for('export'));
CREATE POLICY own ON final_plan_entry FOR SELECT TO waymark_server USING (person_id = actor_id() AND acting_for('export'));
CREATE POLICY own ON final_plan_sign_off FOR SELECT TO waymark_server USING (recorded_by = actor_id() AND acting_for('export'));
