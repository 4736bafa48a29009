-- Why: without scripts a self-check is kept on the server for 30 days under a private link; only who holds the link sees it.

CREATE TABLE self_check_kept (
  id uuid PRIMARY KEY,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  profile jsonb NOT NULL,
  needs jsonb NOT NULL,
  choices jsonb NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  release text NOT NULL REFERENCES content_release (hash),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
);

COMMENT ON COLUMN self_check_kept.choices IS 'What the person chose beside the answers: form, wording, hours, weeks, pathway.';

COMMENT ON TABLE self_check_kept IS 'One self-check under a private link. The link''s secret itself is not stored, only its SHA-256.';

CREATE INDEX self_check_kept_expiry ON self_check_kept (expires_at);
CREATE INDEX self_check_kept_by_release ON self_check_kept (release);

CREATE TABLE self_check_kept_answer (
  kept_id uuid NOT NULL REFERENCES self_check_kept (id) ON DELETE CASCADE,
  component_id text NOT NULL CHECK (component_id <> ''),
  answer jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (kept_id, component_id)
);

COMMENT ON COLUMN self_check_kept_answer.version IS 'Rises with every change, so that an edit made on an older page is noticed.';

ALTER TABLE self_check_kept ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_check_kept FORCE ROW LEVEL SECURITY;
ALTER TABLE self_check_kept_answer ENABLE ROW LEVEL SECURITY;
ALTER TABLE self_check_kept_answer FORCE ROW LEVEL SECURITY;

-- The transaction names the hash of its link (hex) in a setting; without it, or with an empty one, there are no rows. The column
-- stands alone on its side, so that its index is used.
CREATE POLICY self_check_kept_by_link ON self_check_kept TO waymark_server
  USING (token_hash = decode(current_setting('waymark.kept_token_hash', true), 'hex'))
  WITH CHECK (token_hash = decode(current_setting('waymark.kept_token_hash', true), 'hex'));

CREATE POLICY self_check_kept_answer_by_link ON self_check_kept_answer TO waymark_server
  USING (EXISTS (SELECT FROM self_check_kept WHERE self_check_kept.id = kept_id))
  WITH CHECK (EXISTS (SELECT FROM self_check_kept WHERE self_check_kept.id = kept_id));

-- The owner sees rows only while it backs up, restores or purges, and says so.
CREATE POLICY self_check_kept_maintenance ON self_check_kept TO CURRENT_USER
  USING (current_setting('waymark.maintenance', true) = 'on');

CREATE POLICY self_check_kept_answer_maintenance ON self_check_kept_answer TO CURRENT_USER
  USING (current_setting('waymark.maintenance', true) = 'on');

GRANT SELECT, INSERT, UPDATE, DELETE ON self_check_kept, self_check_kept_answer TO waymark_server;

-- Goes by the database's own clock: whoever may call it cannot name a time, and so cannot remove what is still to be kept.
CREATE FUNCTION self_check_purge_expired() RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = waymark, pg_temp
AS $$
DECLARE
  removed integer;
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  DELETE FROM self_check_kept WHERE expires_at <= now();
  GET DIAGNOSTICS removed = ROW_COUNT;
  PERFORM set_config('waymark.maintenance', 'off', true);
  RETURN removed;
END
$$;

COMMENT ON FUNCTION self_check_purge_expired IS 'Removes every kept self-check whose time is over, with its answers, and says how many.';

REVOKE ALL ON FUNCTION self_check_purge_expired FROM PUBLIC;
GRANT EXECUTE ON FUNCTION self_check_purge_expired TO waymark_server;
