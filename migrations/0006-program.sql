-- Why: a program has a name, people, settings, an incident register and rules for how long data is kept; each change leaves a line.

CREATE TABLE program_setting (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  settings jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX program_setting_by_person ON program_setting (updated_by);

CREATE TABLE program_file (
  kind text PRIMARY KEY CHECK (kind IN ('logo', 'word-template')),
  name text NOT NULL,
  media_type text NOT NULL,
  content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 5000000),
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX program_file_by_person ON program_file (uploaded_by);

-- Acts of the program's own people. Added to, never changed.
CREATE TABLE program_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  act text NOT NULL CHECK (act ~ '^[a-z-]+\.[a-z-]+$'),
  detail jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX program_event_by_time ON program_event (id DESC);
CREATE INDEX program_event_by_person ON program_event (person_id);

-- Confidentiality incidents, kept five years (Method 6.1, 6.3).
CREATE TABLE program_incident (
  id uuid PRIMARY KEY,
  happened_on date NOT NULL,
  noticed_on date NOT NULL CHECK (noticed_on >= happened_on),
  what text NOT NULL CHECK (what <> ''),
  whose text NOT NULL CHECK (whose <> ''),
  serious_harm boolean NOT NULL,
  measures text NOT NULL,
  told text NOT NULL,
  closed_on date,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  recorded_at timestamptz NOT NULL,
  recorded_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX program_incident_by_day ON program_incident (noticed_on DESC);
CREATE INDEX program_incident_by_person ON program_incident (recorded_by);

-- What was deleted, when and on whose word: the certificate. It holds counts, never what was deleted.
CREATE TABLE program_deletion (
  id uuid PRIMARY KEY,
  subject text NOT NULL CHECK (subject IN ('community', 'retention')),
  name text NOT NULL,
  counts jsonb NOT NULL,
  reason text NOT NULL,
  deleted_at timestamptz NOT NULL,
  asked_by text NOT NULL
);

CREATE INDEX program_deletion_by_time ON program_deletion (deleted_at DESC);

SELECT protect('program_setting', 'SELECT, INSERT, UPDATE');
CREATE POLICY for_all ON program_setting FOR SELECT TO waymark_server USING (true);
CREATE POLICY kept ON program_setting TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'))
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'));
SELECT protect('program_file');
CREATE POLICY for_all ON program_file FOR SELECT TO waymark_server USING (true);
CREATE POLICY kept ON program_file TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')))
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
SELECT protect('program_event', 'SELECT, INSERT');
CREATE POLICY read ON program_event FOR SELECT TO waymark_server USING ((SELECT actor_has('administrator')));
CREATE POLICY added ON program_event FOR INSERT TO waymark_server
  WITH CHECK (actor_id() IS NOT NULL OR acting_for('service') OR acting_for('identity'));
SELECT protect('program_incident', 'SELECT, INSERT, UPDATE');
CREATE POLICY kept ON program_incident TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')))
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
SELECT protect('program_deletion', 'SELECT, INSERT');
CREATE POLICY read ON program_deletion FOR SELECT TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'));
CREATE POLICY added ON program_deletion FOR INSERT TO waymark_server WITH CHECK (acting_for('service'));
