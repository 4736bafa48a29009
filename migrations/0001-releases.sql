-- Why: a round keeps the exact content it was answered with, so published content is stored once and never changed.

CREATE TABLE content_release (
  hash text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  pack_id text NOT NULL CHECK (pack_id <> ''),
  version text NOT NULL CHECK (version <> ''),
  body jsonb NOT NULL,
  published_at timestamptz NOT NULL
);

COMMENT ON TABLE content_release IS 'Published content packs, frozen: the server may add and read, never change or remove.';

CREATE INDEX content_release_latest ON content_release (pack_id, published_at DESC);

GRANT SELECT, INSERT ON content_release TO waymark_server;
