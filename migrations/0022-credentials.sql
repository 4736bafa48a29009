-- Why: whoever finishes a course or a pathway takes a signed credential along; anyone can check it, and it can be revoked.

-- Keys that sign. Retired ones stay, so that what they signed can still be checked.
CREATE TABLE credentials_key (
  id text PRIMARY KEY CHECK (id ~ '^z6Mk[1-9A-HJ-NP-Za-km-z]+$'),
  issuer text NOT NULL CHECK (issuer ~ '^https?://'),
  created_at timestamptz NOT NULL,
  retired_at timestamptz,
  revoked_from timestamptz,
  CHECK (revoked_from IS NULL OR retired_at IS NOT NULL)
);

COMMENT ON COLUMN credentials_key.id IS 'The public key, as a multibase Multikey.';
COMMENT ON COLUMN credentials_key.issuer IS 'The address of the installation when the key was made: part of what it signs.';
COMMENT ON COLUMN credentials_key.revoked_from IS 'The secret may have been known to others from here on.';

-- One key of an address signs at a time.
CREATE UNIQUE INDEX credentials_key_in_use ON credentials_key (issuer) WHERE retired_at IS NULL;

-- Apart from the keys, so that only the service itself reads it; gone when the key retires.
CREATE TABLE credentials_secret (
  key_id text PRIMARY KEY REFERENCES credentials_key (id) ON DELETE CASCADE,
  sealed text NOT NULL CHECK (sealed <> '')
);

COMMENT ON COLUMN credentials_secret.sealed IS 'The secret half, encrypted with the installation''s secret.';

-- A published list of one bit for each credential: revoked or not (W3C Bitstring Status List).
CREATE TABLE credentials_list (
  number integer PRIMARY KEY CHECK (number > 0),
  used integer NOT NULL DEFAULT 0 CHECK (used >= 0),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  signed jsonb,
  signed_version integer
);

COMMENT ON COLUMN credentials_list.version IS 'Rises with each revocation; the signed list is served while it is of this version.';

-- A credential's place in a list. It holds nothing of the person and stays when the credential is deleted: a bit is never used again.
CREATE TABLE credentials_status (
  list_number integer NOT NULL REFERENCES credentials_list (number),
  position integer NOT NULL CHECK (position BETWEEN 0 AND 131071),
  revoked_at timestamptz,
  proofs text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (list_number, position)
);

COMMENT ON COLUMN credentials_status.proofs IS 'SHA-256 (hex) of each proof made for it: after a key was revoked, only these are believed.';

CREATE INDEX credentials_status_revoked ON credentials_status (list_number) WHERE revoked_at IS NOT NULL;

CREATE TABLE credentials_issued (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  holder_name text NOT NULL CHECK (holder_name <> ''),
  subject_iri uuid NOT NULL UNIQUE,
  kind text NOT NULL CHECK (kind IN ('course', 'pathway')),
  subject_id text NOT NULL CHECK (subject_id <> ''),
  subject jsonb NOT NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  issued_at timestamptz NOT NULL,
  list_number integer NOT NULL,
  position integer NOT NULL,
  hidden boolean NOT NULL DEFAULT false,
  signed jsonb,
  key_id text REFERENCES credentials_key (id),
  revoked_reason text,
  revoked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  UNIQUE (person_id, kind, subject_id),
  UNIQUE (list_number, position),
  FOREIGN KEY (list_number, position) REFERENCES credentials_status (list_number, position),
  CHECK ((signed IS NULL) = (key_id IS NULL))
);

COMMENT ON COLUMN credentials_issued.subject_iri IS 'Names the holder inside the credential; it says nothing about them and is used once.';
COMMENT ON COLUMN credentials_issued.signed IS 'The credential with its proof; made when it is first looked at, and again after its key was revoked.';

CREATE INDEX credentials_issued_by_time ON credentials_issued (issued_at DESC, id);
CREATE INDEX credentials_issued_by_key ON credentials_issued (key_id);
CREATE INDEX credentials_issued_by_revoker ON credentials_issued (revoked_by);

SELECT protect('credentials_key', 'SELECT, INSERT, UPDATE');
CREATE POLICY for_all ON credentials_key FOR SELECT TO waymark_server USING (true);
CREATE POLICY kept ON credentials_key TO waymark_server
  USING ((SELECT actor_has('administrator')) OR acting_for('service'))
  WITH CHECK ((SELECT actor_has('administrator')) OR acting_for('service'));
SELECT protect('credentials_secret', 'SELECT, INSERT, DELETE');
CREATE POLICY service ON credentials_secret TO waymark_server
  USING (acting_for('service')) WITH CHECK (acting_for('service'));
SELECT protect('credentials_list', 'SELECT, UPDATE');
CREATE POLICY for_all ON credentials_list FOR SELECT TO waymark_server USING (true);
CREATE POLICY kept ON credentials_list FOR UPDATE TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'))
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'));
SELECT protect('credentials_status', 'SELECT, UPDATE');
CREATE POLICY for_all ON credentials_status FOR SELECT TO waymark_server USING (true);
CREATE POLICY kept ON credentials_status FOR UPDATE TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'))
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')) OR acting_for('service'));
SELECT protect('credentials_issued', 'SELECT, UPDATE, DELETE');
CREATE POLICY own ON credentials_issued TO waymark_server
  USING (person_id = actor_id() OR acting_for('service'))
  WITH CHECK (person_id = actor_id() OR acting_for('service'));
CREATE POLICY staff_read ON credentials_issued FOR SELECT TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
CREATE POLICY staff_revoke ON credentials_issued FOR UPDATE TO waymark_server
  USING ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')))
  WITH CHECK ((SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));

-- The one way to a new credential: once for a person and what they finished, at a random place of the list. For oneself, for the
-- people of a community one leads or advises (a pathway that was finished together), or by the service.
CREATE FUNCTION credentials_issue(
  new_id uuid, holder uuid, holder_called text, iri uuid, credential_kind text, what_id text, what jsonb, spoken text, at timestamptz
) RETURNS TABLE (id uuid, is_new boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  known uuid;
  chosen_list integer;
  taken integer;
  place integer;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  IF holder IS DISTINCT FROM actor_id() AND NOT acting_for('service') AND NOT EXISTS (
    SELECT FROM people_member m WHERE m.person_id = holder AND m.left_at IS NULL
      AND m.community_id IN (SELECT led_communities() UNION SELECT advised_communities())
  ) AND NOT (
    -- Whoever finishes the last item of a pathway finishes it for all who followed it.
    credential_kind = 'pathway' AND EXISTS (
      SELECT FROM learning_board b JOIN people_member m ON m.community_id = b.community_id AND m.left_at IS NULL
      WHERE b.journey_id::text = what_id AND b.done_at IS NOT NULL AND m.person_id = holder
        AND b.community_id IN (SELECT own_communities()))
  ) THEN
    RAISE EXCEPTION 'not for this person to issue' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- The list's row is the lock: two requests for the same credential come one after the other.
  INSERT INTO credentials_list (number) VALUES (1) ON CONFLICT DO NOTHING;
  SELECT l.number, l.used INTO chosen_list, taken FROM credentials_list l ORDER BY l.number DESC LIMIT 1 FOR UPDATE;
  SELECT i.id INTO known FROM credentials_issued i
    WHERE i.person_id = holder AND i.kind = credential_kind AND i.subject_id = what_id;
  IF known IS NULL THEN
    -- Half full, a random place takes two tries; then the next list begins.
    IF taken >= 65536 THEN
      chosen_list := chosen_list + 1;
      INSERT INTO credentials_list (number) VALUES (chosen_list);
    END IF;
    LOOP
      place := ('x' || left(gen_random_uuid()::text, 8))::bit(32)::bigint % 131072;
      INSERT INTO credentials_status (list_number, position) VALUES (chosen_list, place) ON CONFLICT DO NOTHING;
      EXIT WHEN FOUND;
    END LOOP;
    UPDATE credentials_list SET used = used + 1 WHERE number = chosen_list;
    INSERT INTO credentials_issued
      (id, person_id, holder_name, subject_iri, kind, subject_id, subject, language, issued_at, list_number, position)
      VALUES (new_id, holder, holder_called, iri, credential_kind, what_id, what, spoken, at, chosen_list, place);
  END IF;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN QUERY SELECT coalesce(known, new_id), known IS NULL;
END
$$;
