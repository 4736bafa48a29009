-- Why: people sign in, belong to communities, and see only what their roles there allow; the database enforces it by itself.

-- Whoever acts in a transaction, and why it reads more than a person may. Both are set by the service, transaction by transaction.
CREATE FUNCTION actor_id() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('waymark.person', true), '')::uuid $$;

CREATE FUNCTION acting_for(purpose text) RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT coalesce(current_setting('waymark.purpose', true), '') = purpose $$;

COMMENT ON FUNCTION acting_for IS 'Purposes: identity (sign-in), service (jobs without a person), compute (results from individual answers), export (a person''s own data).';

-- Identity: written by the sign-in library alone. The columns are those it asks for.

CREATE TABLE people_person (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  language text NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}$'),
  time_zone text NOT NULL DEFAULT 'America/Toronto',
  two_factor_enabled boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE people_session (
  id uuid PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  strong_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN people_session.token IS 'SHA-256 of the session''s secret, never the secret itself.';
COMMENT ON COLUMN people_session.strong_at IS 'When a second factor was shown in this session.';

CREATE INDEX people_session_by_user ON people_session (user_id);

CREATE TABLE people_account (
  id uuid PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  user_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text CHECK (password IS NULL),
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);

CREATE INDEX people_account_by_user ON people_account (user_id);

CREATE TABLE people_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX people_verification_by_identifier ON people_verification (identifier);
CREATE INDEX people_verification_expiry ON people_verification (expires_at);

CREATE TABLE people_passkey (
  id uuid PRIMARY KEY,
  name text,
  public_key text NOT NULL,
  user_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE,
  counter bigint NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  aaguid text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX people_passkey_by_user ON people_passkey (user_id);

-- A code generator and recovery codes; passkeys are second factors too.
CREATE TABLE people_two_factor (
  user_id uuid PRIMARY KEY REFERENCES people_person (id) ON DELETE CASCADE,
  secret text,
  last_used_step bigint NOT NULL DEFAULT 0,
  recovery_codes text[] NOT NULL DEFAULT '{}',
  failed_count integer NOT NULL DEFAULT 0,
  locked_until timestamptz
);

COMMENT ON COLUMN people_two_factor.secret IS 'Of the code generator, encrypted; a person may have recovery codes beside passkeys alone.';
COMMENT ON COLUMN people_two_factor.last_used_step IS 'A code is taken once: only later half minutes count.';
COMMENT ON COLUMN people_two_factor.recovery_codes IS 'SHA-256 of each code that is still unused.';

-- A request for an e-mailed link: the code that may be typed in the browser that asked, instead of following the link.
CREATE TABLE people_sign_in_code (
  flow text PRIMARY KEY,
  address_hash text NOT NULL,
  sealed text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  return_to text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

COMMENT ON COLUMN people_sign_in_code.flow IS 'SHA-256 of the cookie of the browser that asked.';
COMMENT ON COLUMN people_sign_in_code.sealed IS 'The link''s token, encrypted with a key that needs the code and the cookie.';

CREATE INDEX people_sign_in_code_by_address ON people_sign_in_code (address_hash, created_at);
CREATE INDEX people_sign_in_code_expiry ON people_sign_in_code (expires_at);

-- What signs cookies, where the host gives none (WAYMARK_SECRET).
CREATE TABLE people_secret (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  value text NOT NULL
);

-- Roles of the program's own people. Roles inside a community are memberships.

CREATE TABLE people_role (
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('advisor', 'expert', 'manager', 'author', 'funder', 'administrator')),
  granted_at timestamptz NOT NULL,
  granted_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  PRIMARY KEY (person_id, role)
);

CREATE INDEX people_role_by_granter ON people_role (granted_by);

CREATE TABLE people_community (
  id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  profile jsonb NOT NULL DEFAULT '{}',
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  time_zone text NOT NULL DEFAULT 'America/Toronto',
  approval_body text CHECK (approval_body IN ('council', 'chief-and-council', 'board', 'administration')),
  data_terms text CHECK (data_terms IN ('standard', 'first-nations', 'inuit', 'metis', 'own-protocol')),
  land_acknowledgement text,
  invented boolean NOT NULL DEFAULT false,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL,
  legal_hold_since timestamptz,
  legal_hold_reason text
);

COMMENT ON COLUMN people_community.invented IS 'A community of the demonstration, marked as invented wherever its name shows.';

CREATE TABLE people_member (
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('lead', 'contributor', 'steward')),
  title text,
  joined_at timestamptz NOT NULL,
  left_at timestamptz,
  PRIMARY KEY (community_id, person_id, role)
);

CREATE INDEX people_member_by_person ON people_member (person_id);

CREATE TABLE people_assignment (
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('advisor', 'expert')),
  assigned_at timestamptz NOT NULL,
  assigned_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  ended_at timestamptz,
  PRIMARY KEY (community_id, person_id, role)
);

CREATE INDEX people_assignment_by_person ON people_assignment (person_id);
CREATE INDEX people_assignment_by_assigner ON people_assignment (assigned_by);

-- A manager or administrator who opens a community says why; it ends by itself.
CREATE TABLE people_opening (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  person_name text NOT NULL CHECK (person_name <> ''),
  reason text NOT NULL CHECK (length(trim(reason)) >= 10),
  opened_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > opened_at)
);

COMMENT ON COLUMN people_opening.person_name IS 'As it was then: the community''s log keeps its lines when an account goes.';

CREATE INDEX people_opening_by_person ON people_opening (person_id, expires_at);
CREATE INDEX people_opening_by_community ON people_opening (community_id, opened_at DESC);

-- Every staff read of identifiable data; the community sees it. Added to, never changed.
CREATE TABLE people_read (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  role text NOT NULL,
  act text NOT NULL,
  path text NOT NULL,
  at timestamptz NOT NULL
);

CREATE INDEX people_read_by_community ON people_read (community_id, at DESC);

-- What an actor may see. The functions run as the owner and say that they do maintenance, since the owner too is bound.

CREATE FUNCTION actor_has(wanted text) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  found boolean;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  SELECT EXISTS (SELECT FROM people_role WHERE person_id = actor_id() AND role = wanted) INTO found;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN found;
END
$$;

CREATE FUNCTION visible_communities() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT community_id FROM people_member WHERE person_id = actor_id() AND left_at IS NULL
  -- An assignment or an opening holds as long as the role in the program that it rests on.
  UNION SELECT a.community_id FROM people_assignment a JOIN people_role r ON r.person_id = a.person_id AND r.role = a.role
    WHERE a.person_id = actor_id() AND a.ended_at IS NULL
  UNION SELECT community_id FROM people_opening WHERE person_id = actor_id() AND expires_at > now()
    AND (actor_has('manager') OR actor_has('administrator'))
  UNION SELECT id FROM people_community WHERE acting_for('service');
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

CREATE FUNCTION own_communities() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT community_id FROM people_member WHERE person_id = actor_id() AND left_at IS NULL;
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

COMMENT ON FUNCTION own_communities IS 'Communities the actor is a member of: for what "stays with us".';

CREATE FUNCTION led_communities() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT community_id FROM people_member WHERE person_id = actor_id() AND left_at IS NULL AND role IN ('lead', 'steward');
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

-- A member of a community is not its advisor too: what its people answered one by one would be open to one of them (Method 4.4).
CREATE FUNCTION advised_communities() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT a.community_id FROM people_assignment a JOIN people_role r ON r.person_id = a.person_id AND r.role = a.role
  WHERE a.person_id = actor_id() AND a.ended_at IS NULL AND a.role = 'advisor'
    AND NOT EXISTS (SELECT FROM people_member m
      WHERE m.community_id = a.community_id AND m.person_id = a.person_id AND m.left_at IS NULL);
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

-- People whose name an actor may read: their own, those of their communities past and present, and every member of staff.
CREATE FUNCTION visible_people() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT actor_id()
  UNION SELECT person_id FROM people_member WHERE community_id IN (SELECT visible_communities())
  UNION SELECT person_id FROM people_assignment WHERE community_id IN (SELECT visible_communities())
  UNION SELECT person_id FROM people_role WHERE actor_id() IS NOT NULL
  UNION SELECT id FROM people_person
    WHERE acting_for('service') OR actor_has('administrator') OR actor_has('manager');
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

-- Turns a table's row-level security on and gives the server's role what it is told. The owner sees rows in maintenance only.
CREATE FUNCTION protect(tbl regclass, rights text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
  LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tbl);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tbl);
  EXECUTE format(
    'CREATE POLICY maintenance ON %s TO CURRENT_USER USING (current_setting(''waymark.maintenance'', true) = ''on'')', tbl);
  EXECUTE format('GRANT %s ON %s TO waymark_server', rights, tbl);
END
$$;

-- The usual policy of a table with community data: who may see the community may use its rows.
CREATE FUNCTION protect_community_table(tbl regclass, rights text DEFAULT 'SELECT, INSERT, UPDATE, DELETE') RETURNS void
  LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM protect(tbl, rights);
  EXECUTE format(
    'CREATE POLICY by_community ON %s TO waymark_server
       USING (community_id IN (SELECT visible_communities()))
       WITH CHECK (community_id IN (SELECT visible_communities()))', tbl);
END
$$;

REVOKE ALL ON FUNCTION protect, protect_community_table FROM PUBLIC;

SELECT protect(tbl) FROM unnest(ARRAY[
  'people_person', 'people_session', 'people_account', 'people_verification', 'people_passkey', 'people_two_factor',
  'people_sign_in_code', 'people_secret', 'people_role', 'people_community', 'people_member', 'people_assignment']::regclass[]) AS tbl;
SELECT protect('people_opening', 'SELECT, INSERT');
SELECT protect('people_read', 'SELECT, INSERT');

CREATE POLICY identity ON people_person TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY names ON people_person FOR SELECT TO waymark_server USING (id IN (SELECT visible_people()));
CREATE POLICY identity ON people_session TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY identity ON people_account TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY identity ON people_verification TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY identity ON people_passkey TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY identity ON people_two_factor TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY identity ON people_sign_in_code TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));
CREATE POLICY identity ON people_secret TO waymark_server USING (acting_for('identity')) WITH CHECK (acting_for('identity'));

CREATE POLICY seen ON people_role FOR SELECT TO waymark_server USING (actor_id() IS NOT NULL OR acting_for('service'));
CREATE POLICY granted ON people_role TO waymark_server
  USING ((SELECT actor_has('administrator')) OR acting_for('service'))
  WITH CHECK ((SELECT actor_has('administrator')) OR acting_for('service'));

-- Managers and administrators see that a community exists, and its status; not what it said.
CREATE POLICY by_community ON people_community TO waymark_server
  USING (id IN (SELECT visible_communities()) OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')))
  WITH CHECK (id IN (SELECT visible_communities()) OR acting_for('service') OR (SELECT actor_has('manager')));
CREATE POLICY by_community ON people_member TO waymark_server
  USING (community_id IN (SELECT visible_communities()) OR person_id = actor_id()
    OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')))
  WITH CHECK (community_id IN (SELECT led_communities()) OR acting_for('service')
    OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
CREATE POLICY by_community ON people_assignment TO waymark_server
  USING (community_id IN (SELECT visible_communities()) OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')))
  WITH CHECK (acting_for('service') OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
CREATE POLICY by_community ON people_opening TO waymark_server
  USING (community_id IN (SELECT visible_communities()) OR person_id = actor_id())
  WITH CHECK (person_id = actor_id() AND ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator'))));
CREATE POLICY by_community ON people_read TO waymark_server
  USING (community_id IN (SELECT visible_communities()))
  WITH CHECK (community_id IN (SELECT visible_communities()));
