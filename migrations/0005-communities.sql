-- Why: a community keeps its own record: who is invited, what its data may be used for, who withdrew, and what was decided.

ALTER TABLE people_community
  ADD COLUMN own_name text CHECK (own_name <> ''),
  ADD COLUMN updated_at timestamptz;

COMMENT ON COLUMN people_community.own_name IS 'The community''s name for itself, in its own language and writing.';

-- A promise to one address; the secret is in the mail alone.
CREATE TABLE people_invitation (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
  role text NOT NULL CHECK (role IN ('lead', 'contributor', 'steward')),
  title text,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  invited_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  invited_at timestamptz NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_times integer NOT NULL DEFAULT 1 CHECK (sent_times > 0),
  expires_at timestamptz NOT NULL CHECK (expires_at > invited_at),
  accepted_at timestamptz,
  accepted_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  declined_at timestamptz,
  revoked_at timestamptz,
  CHECK (num_nonnulls(accepted_at, declined_at, revoked_at) <= 1)
);

COMMENT ON COLUMN people_invitation.journey_id IS 'Where accepting leads, for those invited to answer.';

-- One open invitation for one address and role.
CREATE UNIQUE INDEX people_invitation_open ON people_invitation (community_id, email, role)
  WHERE accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL;
CREATE INDEX people_invitation_by_community ON people_invitation (community_id, invited_at DESC);
CREATE INDEX people_invitation_by_email ON people_invitation (email)
  WHERE accepted_at IS NULL AND declined_at IS NULL AND revoked_at IS NULL;
CREATE INDEX people_invitation_by_journey ON people_invitation (journey_id);
CREATE INDEX people_invitation_by_inviter ON people_invitation (invited_by);
CREATE INDEX people_invitation_by_accepter ON people_invitation (accepted_by);

-- Each decision about a use of the data; the newest of a use counts. Added to, never changed (Method 6.2).
CREATE TABLE people_consent (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  use text NOT NULL CHECK (use IN ('peer-group', 'funder-total', 'research', 'calibration', 'contact-after')),
  granted boolean NOT NULL,
  decided_on date NOT NULL,
  decided_by_body text CHECK (decided_by_body <> ''),
  reference text CHECK (reference <> ''),
  recorded_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL
);

COMMENT ON COLUMN people_consent.decided_by_body IS 'The governing body that decided, where one did: an Indigenous government''s yes is its own.';
COMMENT ON COLUMN people_consent.reference IS 'Its resolution, motion or minutes, as the community names them.';

CREATE INDEX people_consent_by_community ON people_consent (community_id, use, id DESC);
CREATE INDEX people_consent_by_person ON people_consent (recorded_by);

-- Each choice of data terms. Added to, never changed.
CREATE TABLE people_terms (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  terms text NOT NULL CHECK (terms IN ('standard', 'first-nations', 'inuit', 'metis', 'own-protocol')),
  decided_on date NOT NULL,
  decided_by_body text CHECK (decided_by_body <> ''),
  reference text CHECK (reference <> ''),
  recorded_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL
);

CREATE INDEX people_terms_by_community ON people_terms (community_id, id DESC);
CREATE INDEX people_terms_by_person ON people_terms (recorded_by);

-- Whoever withdraws takes their answers out of what is computed from then on. Theirs alone to see.
CREATE TABLE people_withdrawal (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  at timestamptz NOT NULL
);

COMMENT ON COLUMN people_withdrawal.journey_id IS 'Left out, every journey of the community.';

CREATE INDEX people_withdrawal_by_person ON people_withdrawal (person_id, at DESC);
CREATE INDEX people_withdrawal_by_community ON people_withdrawal (community_id);
CREATE INDEX people_withdrawal_by_journey ON people_withdrawal (journey_id);

-- Who did what to a community's people, terms and consent, or to their own account. Added to, never changed.
CREATE TABLE people_event (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  community_id uuid REFERENCES people_community (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  at timestamptz NOT NULL,
  act text NOT NULL CHECK (act ~ '^[a-z-]+\.[a-z-]+$'),
  detail jsonb NOT NULL DEFAULT '{}'
);

COMMENT ON COLUMN people_event.community_id IS 'Left out, an act that concerns the person alone.';

CREATE INDEX people_event_by_community ON people_event (community_id, id DESC);
CREATE INDEX people_event_by_person ON people_event (person_id, id DESC);

-- A new address waits here until its owner has opened the link that was sent to it.
CREATE TABLE people_email_change (
  person_id uuid PRIMARY KEY REFERENCES people_person (id) ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email) AND email LIKE '%_@_%'),
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  asked_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);

-- What was deleted, without whose it was: the certificate's other half.
CREATE TABLE people_erasure (
  id uuid PRIMARY KEY,
  at timestamptz NOT NULL,
  counts jsonb NOT NULL
);

CREATE INDEX people_read_by_person ON people_read (person_id, community_id, at DESC);

SELECT protect('people_invitation');
CREATE POLICY by_community ON people_invitation TO waymark_server
  USING (community_id IN (SELECT led_communities()) OR acting_for('service'))
  WITH CHECK (community_id IN (SELECT led_communities()) OR acting_for('service'));
-- Staff who may see the members see who is still awaited.
CREATE POLICY awaited ON people_invitation FOR SELECT TO waymark_server
  USING (community_id IN (SELECT advised_communities()));
CREATE POLICY mine ON people_invitation FOR SELECT TO waymark_server
  USING (email = (SELECT person.email FROM people_person AS person WHERE person.id = actor_id() AND person.email_verified));

SELECT protect('people_consent', 'SELECT, INSERT');
CREATE POLICY seen ON people_consent FOR SELECT TO waymark_server
  USING (community_id IN (SELECT visible_communities()) OR (SELECT actor_has('manager')) OR acting_for('compute'));
CREATE POLICY decided ON people_consent FOR INSERT TO waymark_server
  WITH CHECK (community_id IN (SELECT led_communities()) OR acting_for('service'));

SELECT protect('people_terms', 'SELECT, INSERT');
CREATE POLICY seen ON people_terms FOR SELECT TO waymark_server
  USING (community_id IN (SELECT visible_communities()));
CREATE POLICY decided ON people_terms FOR INSERT TO waymark_server
  WITH CHECK (community_id IN (SELECT led_communities()) OR acting_for('service'));

SELECT protect('people_withdrawal', 'SELECT, INSERT');
CREATE POLICY own ON people_withdrawal TO waymark_server
  USING (person_id = actor_id() OR acting_for('service') OR acting_for('compute'))
  WITH CHECK (person_id = actor_id()
    AND community_id IN (SELECT member.community_id FROM people_member AS member WHERE member.person_id = actor_id()));

SELECT protect('people_event', 'SELECT, INSERT');
CREATE POLICY seen ON people_event FOR SELECT TO waymark_server
  USING (community_id IN (SELECT visible_communities()) OR (community_id IS NULL AND person_id = actor_id())
    OR acting_for('service'));
CREATE POLICY added ON people_event FOR INSERT TO waymark_server
  WITH CHECK (acting_for('service')
    OR (community_id IS NULL AND person_id = actor_id())
    OR community_id IN (SELECT visible_communities())
    OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));

SELECT protect('people_email_change');
CREATE POLICY own ON people_email_change TO waymark_server
  USING (person_id = actor_id() OR acting_for('identity'))
  WITH CHECK (person_id = actor_id() OR acting_for('identity'));

SELECT protect('people_erasure', 'SELECT, INSERT');
CREATE POLICY kept ON people_erasure TO waymark_server
  USING (acting_for('service') OR (SELECT actor_has('administrator')))
  WITH CHECK (acting_for('service') OR acting_for('identity'));

-- Whoever gave a file may have it back, or take it away, also after they left the community.
CREATE POLICY own ON journey_file TO waymark_server
  USING (uploaded_by = actor_id() AND acting_for('export'))
  WITH CHECK (uploaded_by = actor_id() AND acting_for('export'));
