-- Why: a community asks for the service without an account and a manager answers; what the community agreed to is kept with its date.

-- A request, from the public form or from a journey that ran alone. Answered by the program's managers.
CREATE TABLE request (
  id uuid PRIMARY KEY,
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'asked-back', 'answered', 'accepted', 'declined')),
  community_id uuid REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  handed_over boolean NOT NULL DEFAULT false,
  community_name text NOT NULL CHECK (community_name <> ''),
  contact_name text NOT NULL CHECK (contact_name <> ''),
  contact_role text NOT NULL,
  email text NOT NULL CHECK (email = lower(email)),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  hopes text NOT NULL,
  profile jsonb NOT NULL DEFAULT '{}',
  consented_at timestamptz NOT NULL,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  reply_token_hash bytea UNIQUE CHECK (octet_length(reply_token_hash) = 32),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  received_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  advisor_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  CHECK (NOT handed_over OR (community_id IS NOT NULL AND journey_id IS NOT NULL))
);

COMMENT ON COLUMN request.token_hash IS 'SHA-256 of the secret of the link with which whoever asked follows the request. It is made with the empty form, so the same form sent twice is one request.';
COMMENT ON COLUMN request.reply_token_hash IS 'SHA-256 of the secret of the link in the last question, which is mailed.';

CREATE INDEX request_by_state ON request (state, received_at);
CREATE INDEX request_by_community ON request (community_id);
CREATE INDEX request_by_journey ON request (journey_id);
CREATE INDEX request_by_decider ON request (decided_by);
CREATE INDEX request_by_advisor ON request (advisor_id);
CREATE UNIQUE INDEX request_one_open_hand_over ON request (journey_id)
  WHERE handed_over AND state IN ('received', 'asked-back', 'answered');

-- What was asked back and answered, and the kind words of a decision. Added to, never changed.
CREATE TABLE request_message (
  id uuid PRIMARY KEY,
  request_id uuid NOT NULL REFERENCES request (id) ON DELETE CASCADE,
  from_program boolean NOT NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  body text NOT NULL CHECK (body <> ''),
  at timestamptz NOT NULL
);

CREATE INDEX request_message_by_request ON request_message (request_id, at);
CREATE INDEX request_message_by_person ON request_message (person_id);

-- A self-check that someone brings along. Its answers are that person's own: nobody else reads them (Method 4.4).
CREATE TABLE request_carried (
  id uuid PRIMARY KEY,
  request_id uuid REFERENCES request (id) ON DELETE CASCADE,
  community_id uuid REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE CASCADE,
  email text NOT NULL CHECK (email = lower(email)),
  release text NOT NULL,
  answers jsonb NOT NULL,
  consented_at timestamptz NOT NULL,
  CHECK (request_id IS NOT NULL OR (journey_id IS NOT NULL AND community_id IS NOT NULL AND person_id IS NOT NULL))
);

COMMENT ON COLUMN request_carried.email IS 'Whose it is, until they have an account: the address is proved when they sign in.';

CREATE INDEX request_carried_by_request ON request_carried (request_id);
CREATE INDEX request_carried_by_community ON request_carried (community_id);
CREATE INDEX request_carried_by_journey ON request_carried (journey_id, person_id);
CREATE INDEX request_carried_by_person ON request_carried (person_id);
CREATE INDEX request_carried_by_email ON request_carried (email);

-- What an advisor brings: the manager assigns by it.
CREATE TABLE request_advisor (
  person_id uuid PRIMARY KEY REFERENCES people_person (id) ON DELETE CASCADE,
  languages text[] NOT NULL DEFAULT '{}',
  disciplines text[] NOT NULL DEFAULT '{}',
  most_journeys integer NOT NULL DEFAULT 8 CHECK (most_journeys BETWEEN 0 AND 60),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at timestamptz NOT NULL
);

COMMENT ON COLUMN request_advisor.disciplines IS 'Ids of the framework''s domains.';

-- The service and data agreement, each time it was accepted. Added to, never changed.
CREATE TABLE request_agreement (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  data_terms text NOT NULL CHECK (data_terms IN ('standard', 'first-nations', 'inuit', 'metis', 'own-protocol')),
  approval_body text NOT NULL CHECK (approval_body IN ('council', 'chief-and-council', 'board', 'administration')),
  protocol_file uuid REFERENCES journey_file (id) ON DELETE SET NULL,
  document_id uuid NOT NULL REFERENCES journey_document (id) ON DELETE CASCADE,
  accepted_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  accepted_at timestamptz NOT NULL
);

CREATE INDEX request_agreement_by_journey ON request_agreement (journey_id, accepted_at DESC);
CREATE INDEX request_agreement_by_community ON request_agreement (community_id);
CREATE INDEX request_agreement_by_document ON request_agreement (document_id);
CREATE INDEX request_agreement_by_file ON request_agreement (protocol_file);
CREATE INDEX request_agreement_by_person ON request_agreement (accepted_by);

SELECT protect('request', 'SELECT, INSERT, UPDATE');
CREATE POLICY answered ON request TO waymark_server
  USING ((SELECT actor_has('manager')) OR acting_for('service'))
  WITH CHECK ((SELECT actor_has('manager')) OR acting_for('service'));
CREATE POLICY by_community ON request FOR SELECT TO waymark_server
  USING (community_id IN (SELECT visible_communities()));
CREATE POLICY handed_over ON request FOR INSERT TO waymark_server
  WITH CHECK (handed_over AND community_id IN (SELECT led_communities()));

SELECT protect('request_message', 'SELECT, INSERT');
CREATE POLICY by_request ON request_message FOR SELECT TO waymark_server USING (request_id IN (SELECT id FROM request));
CREATE POLICY added ON request_message FOR INSERT TO waymark_server
  WITH CHECK ((SELECT actor_has('manager')) OR acting_for('service'));

SELECT protect('request_carried', 'SELECT, INSERT, UPDATE, DELETE');
CREATE POLICY own ON request_carried TO waymark_server
  USING (person_id = actor_id()
    OR email = (SELECT p.email FROM people_person p WHERE p.id = actor_id() AND p.email_verified))
  WITH CHECK (person_id = actor_id() AND (community_id IS NULL OR community_id IN (SELECT own_communities())));
CREATE POLICY brought ON request_carried FOR INSERT TO waymark_server WITH CHECK (acting_for('service'));

SELECT protect('request_advisor', 'SELECT, INSERT, UPDATE');
CREATE POLICY own ON request_advisor TO waymark_server
  USING (person_id = actor_id() OR (SELECT actor_has('manager')) OR acting_for('service'))
  WITH CHECK (person_id = actor_id() OR (SELECT actor_has('manager')) OR acting_for('service'));

SELECT protect_community_table('request_agreement', 'SELECT, INSERT');

-- When a pause is expected to end: a council's meeting, the end of a fire season.
ALTER TABLE journey_pause ADD COLUMN expected_on date;

-- Whoever asked without an account, and signs in later with the same address, may have what they wrote.
CREATE FUNCTION own_requests() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT r.id FROM request r JOIN people_person p ON p.email = r.email
  WHERE p.id = actor_id() AND p.email_verified AND acting_for('export');
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

-- Takes the name and address of whoever asked off what the program keeps; what never became a journey goes altogether.
CREATE FUNCTION request_forget() RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  own uuid[] := ARRAY(SELECT own_requests());
  touched bigint;
  gone bigint;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  DELETE FROM request WHERE id = ANY (own) AND state <> 'accepted' AND NOT handed_over;
  GET DIAGNOSTICS gone = ROW_COUNT;
  UPDATE request SET contact_name = '-', contact_role = '-', email = 'deleted@invalid', version = version + 1 WHERE id = ANY (own);
  GET DIAGNOSTICS touched = ROW_COUNT;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN gone + touched;
END
$$;

CREATE INDEX request_by_email ON request (email);

CREATE POLICY own ON request FOR SELECT TO waymark_server USING (id IN (SELECT own_requests()));
CREATE POLICY own ON request_message FOR SELECT TO waymark_server USING (person_id = actor_id() AND acting_for('export'));
CREATE POLICY own ON request_agreement FOR SELECT TO waymark_server USING (accepted_by = actor_id() AND acting_for('export'));
