-- Why: a message waits here until it has left, so that none is lost, none leaves twice, and a person may see what was sent to them.

CREATE TABLE mail_message (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE CHECK (key <> ''),
  kind text NOT NULL CHECK (kind IN ('sign-in', 'security', 'invitation', 'booking', 'reminder', 'stage-change', 'sign-off',
    'question', 'message', 'request', 'digest')),
  person_id uuid REFERENCES people_person (id) ON DELETE CASCADE,
  address text NOT NULL CHECK (address <> ''),
  name text,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  subject text NOT NULL CHECK (subject <> ''),
  paragraphs jsonb NOT NULL,
  link jsonb,
  attachments jsonb NOT NULL DEFAULT '[]',
  secret boolean NOT NULL DEFAULT false,
  community_id uuid REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid REFERENCES journey (id) ON DELETE CASCADE,
  cancel_tag text,
  unsubscribe_token uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
  status text NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'held', 'cancelled')),
  attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  problem text,
  not_before timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  sending_since timestamptz,
  sent_at timestamptz
);

COMMENT ON TABLE mail_message IS 'queued: waits; sending: given to the mail server, or cut off while it was; sent; failed: refused for good; held: no mail server is set; cancelled: no longer needed or not wanted.';
COMMENT ON COLUMN mail_message.secret IS 'Its link or code signs someone in: shown only on request, which is logged, and erased once it has left.';

CREATE INDEX mail_message_by_status ON mail_message (status, created_at DESC, id);
CREATE INDEX mail_message_by_time ON mail_message (created_at DESC, id);
CREATE INDEX mail_message_waiting ON mail_message (not_before) WHERE status = 'queued';
CREATE INDEX mail_message_by_tag ON mail_message (cancel_tag) WHERE status IN ('queued', 'held');
CREATE INDEX mail_message_by_person ON mail_message (person_id, created_at DESC);
CREATE INDEX mail_message_by_community ON mail_message (community_id);
CREATE INDEX mail_message_by_journey ON mail_message (journey_id);

-- Who looked into a message in the outbox; the person it was for sees it. Added to, never changed.
CREATE TABLE mail_showing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES mail_message (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE CASCADE,
  shown_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  at timestamptz NOT NULL
);

CREATE INDEX mail_showing_by_message ON mail_showing (message_id);
CREATE INDEX mail_showing_by_person ON mail_showing (person_id, at DESC);
CREATE INDEX mail_showing_by_reader ON mail_showing (shown_by);

-- Kinds of mail that a person does not want.
CREATE TABLE mail_refusal (
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  kind text NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (person_id, kind)
);

-- One run of a job of the clock, by its name and its day or hour: whoever adds the row runs it.
CREATE TABLE job_run (
  name text NOT NULL,
  due text NOT NULL,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  attempts integer NOT NULL DEFAULT 1 CHECK (attempts > 0),
  problem text,
  PRIMARY KEY (name, due)
);

CREATE INDEX job_run_by_time ON job_run (started_at);

SELECT protect('mail_message');
CREATE POLICY own ON mail_message FOR SELECT TO waymark_server USING (person_id = actor_id());
CREATE POLICY outbox ON mail_message TO waymark_server
  USING (acting_for('service') OR (SELECT actor_has('administrator')))
  WITH CHECK (acting_for('service') OR (SELECT actor_has('administrator')));
-- Every act of a person or of the service may cause mail to anyone.
CREATE POLICY queued ON mail_message FOR INSERT TO waymark_server
  WITH CHECK (status = 'queued' AND (actor_id() IS NOT NULL OR acting_for('service') OR acting_for('identity')));

SELECT protect('mail_showing', 'SELECT, INSERT');
CREATE POLICY seen ON mail_showing FOR SELECT TO waymark_server
  USING (person_id = actor_id() OR (SELECT actor_has('administrator')));
CREATE POLICY added ON mail_showing FOR INSERT TO waymark_server
  WITH CHECK (shown_by = actor_id() AND (SELECT actor_has('administrator')));

SELECT protect('mail_refusal', 'SELECT, INSERT, DELETE');
CREATE POLICY own ON mail_refusal TO waymark_server
  USING (person_id = actor_id() OR acting_for('service')) WITH CHECK (person_id = actor_id() OR acting_for('service'));

SELECT protect('job_run');
CREATE POLICY service ON job_run TO waymark_server USING (acting_for('service')) WITH CHECK (acting_for('service'));

-- What a reminder was for is done: it stops, whoever it was for. The caller need not see the message, and does not.
CREATE FUNCTION mail_cancel(tag text) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
  cancelled integer;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  UPDATE mail_message SET status = 'cancelled' WHERE cancel_tag = tag AND status IN ('queued', 'held');
  GET DIAGNOSTICS cancelled = ROW_COUNT;
  PERFORM set_config('waymark.maintenance', before, true);
  RETURN cancelled;
END
$$;

REVOKE ALL ON FUNCTION mail_cancel FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mail_cancel TO waymark_server;
