-- Why: a person may let a program read what they themselves may read, with a token that says how much and can be taken back.

CREATE TABLE people_token (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (name <> '' AND length(name) <= 80),
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  hint text NOT NULL CHECK (length(hint) = 4),
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  strong boolean NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at),
  last_used_at timestamptz,
  revoked_at timestamptz
);

COMMENT ON COLUMN people_token.token_hash IS 'SHA-256 of the token, never the token itself.';
COMMENT ON COLUMN people_token.hint IS 'Its last four characters, so that the person can tell their tokens apart.';
COMMENT ON COLUMN people_token.strong IS 'It was made in a session with a second factor.';

CREATE INDEX people_token_by_person ON people_token (person_id, created_at DESC);

SELECT protect('people_token', 'SELECT, INSERT, UPDATE');
CREATE POLICY own ON people_token TO waymark_server
  USING (person_id = actor_id() OR acting_for('service')) WITH CHECK (person_id = actor_id() OR acting_for('service'));
