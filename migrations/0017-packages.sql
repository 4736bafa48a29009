-- Why: packages made elsewhere are kept with their files, and what a learner did in them is kept and resumed.

CREATE TABLE packages_package (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX packages_package_by_time ON packages_package (created_at DESC, id);
CREATE INDEX packages_package_by_person ON packages_package (created_by);

-- A package is replaced by a further version; whoever has begun an earlier one goes on with it.
CREATE TABLE packages_version (
  id uuid PRIMARY KEY,
  package_id uuid NOT NULL REFERENCES packages_package (id) ON DELETE CASCADE,
  number integer NOT NULL CHECK (number > 0),
  standard text NOT NULL CHECK (standard IN ('1.2', '2004')),
  edition text NOT NULL CHECK (length(edition) <= 40),
  title text NOT NULL CHECK (title <> '' AND length(title) <= 300),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  packed_bytes integer NOT NULL CHECK (packed_bytes > 0),
  unpacked_bytes integer NOT NULL CHECK (unpacked_bytes >= 0),
  file_count integer NOT NULL CHECK (file_count > 0),
  units jsonb NOT NULL CHECK (jsonb_array_length(units) > 0),
  notes jsonb NOT NULL DEFAULT '[]',
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  UNIQUE (package_id, number)
);

COMMENT ON COLUMN packages_version.units IS 'What is played, in order: the items of the manifest''s default organization with what each launches.';
COMMENT ON COLUMN packages_version.notes IS 'What the manifest asks for and the player does not do.';

CREATE INDEX packages_version_by_person ON packages_version (uploaded_by);

-- A file that is the same in several places or versions of a package is kept once.
CREATE TABLE packages_blob (
  package_id uuid NOT NULL REFERENCES packages_package (id) ON DELETE CASCADE,
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content bytea NOT NULL,
  PRIMARY KEY (package_id, sha256)
);

-- Most of what packages hold is compressed by itself; uncompressed, a part of a film is read without the whole.
ALTER TABLE packages_blob ALTER COLUMN content SET STORAGE EXTERNAL;

CREATE TABLE packages_file (
  version_id uuid NOT NULL REFERENCES packages_version (id) ON DELETE CASCADE,
  package_id uuid NOT NULL,
  path text NOT NULL CHECK (path <> '' AND length(path) <= 240),
  sha256 bytea NOT NULL,
  bytes integer NOT NULL CHECK (bytes >= 0),
  PRIMARY KEY (version_id, path),
  FOREIGN KEY (package_id, sha256) REFERENCES packages_blob (package_id, sha256) ON DELETE CASCADE
);

CREATE INDEX packages_file_by_blob ON packages_file (package_id, sha256);

-- What one person did in one unit. It belongs to that person alone (Method 6.1).
CREATE TABLE packages_attempt (
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  version_id uuid NOT NULL REFERENCES packages_version (id) ON DELETE CASCADE,
  unit text NOT NULL CHECK (unit <> '' AND length(unit) <= 300),
  session text NOT NULL CHECK (length(session) BETWEEN 8 AND 40),
  completion text NOT NULL CHECK (completion IN ('unknown', 'not attempted', 'incomplete', 'completed')),
  success text NOT NULL CHECK (success IN ('unknown', 'passed', 'failed')),
  score double precision CHECK (score BETWEEN -1 AND 1),
  bookmark text NOT NULL DEFAULT '' CHECK (length(bookmark) <= 1000),
  seconds integer NOT NULL DEFAULT 0 CHECK (seconds >= 0),
  data jsonb NOT NULL DEFAULT '{}' CHECK (length(data::text) <= 300000),
  started_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  done_at timestamptz,
  PRIMARY KEY (person_id, version_id, unit)
);

COMMENT ON COLUMN packages_attempt.session IS 'The opening that may save; a later opening, on this device or another, takes over.';
COMMENT ON COLUMN packages_attempt.score IS 'As a share of what can be had, from -1 to 1.';
COMMENT ON COLUMN packages_attempt.data IS 'The run-time data of the standard, for the next opening.';

CREATE INDEX packages_attempt_by_version ON packages_attempt (version_id);

-- How many people have begun a version: a number for whoever keeps the packages, nobody's name.
CREATE FUNCTION packages_learners(version uuid) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  found integer;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT count(DISTINCT person_id) FROM packages_attempt WHERE version_id = version INTO found;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN found;
END
$$;

CREATE FUNCTION keeps_packages() RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT actor_has('author') OR actor_has('manager') OR actor_has('administrator') OR acting_for('service') $$;

DO $$
DECLARE
  tbl text;
BEGIN
  FOREACH tbl IN ARRAY ARRAY['packages_package', 'packages_version', 'packages_blob', 'packages_file'] LOOP
    PERFORM protect(tbl::regclass, 'SELECT, INSERT, DELETE');
    EXECUTE format('CREATE POLICY for_whoever_signs_in ON %I FOR SELECT TO waymark_server
      USING (actor_id() IS NOT NULL OR acting_for(''service''))', tbl);
    EXECUTE format('CREATE POLICY kept ON %I TO waymark_server
      USING ((SELECT keeps_packages())) WITH CHECK ((SELECT keeps_packages()))', tbl);
  END LOOP;
END
$$;
SELECT protect('packages_attempt');
CREATE POLICY own ON packages_attempt TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
