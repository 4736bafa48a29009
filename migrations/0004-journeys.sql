-- Why: a journey is the record of one run of the service: its stages, decisions, files and published documents.

CREATE TABLE journey (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  stage text NOT NULL CHECK (stage IN ('request', 'interview', 'diagnostic', 'report-card', 'draft-plan', 'validation',
    'final-plan', 'learning', 'endline', 'closed')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'paused', 'withdrawn', 'declined')),
  alone boolean NOT NULL DEFAULT false,
  weeks integer NOT NULL DEFAULT 6 CHECK (weeks IN (4, 6)),
  release text NOT NULL REFERENCES content_release (hash),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  started_at timestamptz NOT NULL,
  stage_since timestamptz NOT NULL,
  clock_from timestamptz,
  last_contact_at timestamptz,
  ended_at timestamptz
);

COMMENT ON COLUMN journey.clock_from IS 'When the weeks began to count: the needs interview (Method 5.1).';

CREATE INDEX journey_by_community ON journey (community_id, started_at DESC);
CREATE INDEX journey_by_stage ON journey (state, stage, stage_since);
CREATE INDEX journey_by_release ON journey (release);

CREATE TABLE journey_stage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  stage text NOT NULL,
  entered_at timestamptz NOT NULL,
  entered_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  back boolean NOT NULL DEFAULT false,
  reason text
);

CREATE INDEX journey_stage_by_journey ON journey_stage (journey_id, entered_at);
CREATE INDEX journey_stage_by_community ON journey_stage (community_id);
CREATE INDEX journey_stage_by_person ON journey_stage (entered_by);

CREATE TABLE journey_pause (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  from_at timestamptz NOT NULL,
  until_at timestamptz,
  reason text NOT NULL CHECK (reason <> '')
);

CREATE INDEX journey_pause_by_journey ON journey_pause (journey_id, from_at);
CREATE INDEX journey_pause_by_community ON journey_pause (community_id);

-- Who did what, in the words of the domain. Added to, never changed.
CREATE TABLE journey_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  act text NOT NULL CHECK (act ~ '^[a-z-]+\.[a-z-]+$'),
  detail jsonb NOT NULL DEFAULT '{}'
);

CREATE INDEX journey_event_by_journey ON journey_event (journey_id, id DESC);
CREATE INDEX journey_event_by_community ON journey_event (community_id, id DESC);
CREATE INDEX journey_event_by_person ON journey_event (person_id);
CREATE INDEX journey_event_of_community ON journey_event (community_id, at DESC) WHERE journey_id IS NULL;

-- A published document, frozen in every language it was published in. A new version is a new row.
CREATE TABLE journey_document (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('agreement', 'needs-summary', 'report-card', 'draft-plan', 'validation-record', 'final-plan')),
  version integer NOT NULL CHECK (version > 0),
  models jsonb NOT NULL,
  data jsonb NOT NULL,
  release text NOT NULL REFERENCES content_release (hash),
  published_at timestamptz NOT NULL,
  published_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  reason text,
  UNIQUE (journey_id, kind, version)
);

COMMENT ON COLUMN journey_document.models IS 'Language -> the document''s blocks, as every renderer draws them.';
COMMENT ON COLUMN journey_document.data IS 'The values it was made from, as its readers may see them.';

CREATE INDEX journey_document_by_community ON journey_document (community_id);
CREATE INDEX journey_document_by_release ON journey_document (release);
CREATE INDEX journey_document_by_person ON journey_document (published_by);

-- A file of the community: evidence, its own protocol, a filled-in template. Never served inline.
CREATE TABLE journey_file (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  uploaded_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  purpose text NOT NULL CHECK (purpose IN ('evidence', 'protocol', 'action', 'message', 'community')),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 200),
  media_type text NOT NULL,
  size integer NOT NULL CHECK (size BETWEEN 1 AND 10000000),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content bytea NOT NULL,
  stays_with_us boolean NOT NULL DEFAULT false,
  label text,
  uploaded_at timestamptz NOT NULL
);

CREATE INDEX journey_file_by_community ON journey_file (community_id, uploaded_at DESC);
CREATE INDEX journey_file_by_journey ON journey_file (journey_id);
CREATE INDEX journey_file_by_person ON journey_file (uploaded_by);

SELECT protect('journey');
CREATE POLICY by_community ON journey TO waymark_server
  USING (community_id IN (SELECT visible_communities()))
  WITH CHECK (community_id IN (SELECT visible_communities()));
-- Status and totals are the manager's; so is starting a journey that was asked for.
CREATE POLICY status ON journey FOR SELECT TO waymark_server USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
CREATE POLICY started ON journey FOR INSERT TO waymark_server WITH CHECK ((SELECT actor_has('manager')));
CREATE POLICY assigned ON journey FOR UPDATE TO waymark_server USING ((SELECT actor_has('manager'))) WITH CHECK ((SELECT actor_has('manager')));

SELECT protect_community_table('journey_stage', 'SELECT, INSERT');
CREATE POLICY status ON journey_stage TO waymark_server USING ((SELECT actor_has('manager'))) WITH CHECK ((SELECT actor_has('manager')));
SELECT protect_community_table('journey_pause', 'SELECT, INSERT, UPDATE');
CREATE POLICY status ON journey_pause TO waymark_server USING ((SELECT actor_has('manager'))) WITH CHECK ((SELECT actor_has('manager')));
SELECT protect_community_table('journey_event', 'SELECT, INSERT');
CREATE POLICY added ON journey_event FOR INSERT TO waymark_server
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
SELECT protect_community_table('journey_document', 'SELECT, INSERT');

-- What "stays with us" is for the community's own people.
SELECT protect('journey_file');
CREATE POLICY by_community ON journey_file TO waymark_server
  USING (community_id IN (SELECT visible_communities()) AND (NOT stays_with_us OR community_id IN (SELECT own_communities())))
  WITH CHECK (community_id IN (SELECT visible_communities()));
