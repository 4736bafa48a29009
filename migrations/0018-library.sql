-- Why: the catalogue, its lessons, guidelines, templates and published answers are found by words, in each language and despite a slip.

-- Both are trusted: whoever may create in a database may install them. Where a database has them already, they are used where they are.
CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA waymark;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA waymark;

-- Words are folded (no accents) and then stemmed. French drops its little words first, while they still carry their accents.
CREATE TEXT SEARCH DICTIONARY waymark_fr_stop (TEMPLATE = pg_catalog.simple, STOPWORDS = french, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION waymark_en (COPY = pg_catalog.english);
CREATE TEXT SEARCH CONFIGURATION waymark_fr (COPY = pg_catalog.french);
CREATE TEXT SEARCH CONFIGURATION waymark_plain (COPY = pg_catalog.simple);

-- What anyone may read of a release, or of an answer that was published. It is drawn from those and can be made again from them.
CREATE TABLE library_entry (
  id uuid PRIMARY KEY,
  release text REFERENCES content_release (hash) ON DELETE CASCADE,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  kind text NOT NULL CHECK (kind IN ('item', 'lesson', 'guideline', 'template', 'answer')),
  item_id text NOT NULL DEFAULT '',
  part text NOT NULL DEFAULT '',
  answer_id uuid,
  item_kind text,
  components text[] NOT NULL DEFAULT '{}',
  levels integer[] NOT NULL DEFAULT '{}',
  languages text[] NOT NULL DEFAULT '{}',
  hours double precision,
  offline boolean NOT NULL DEFAULT false,
  title text NOT NULL CHECK (title <> ''),
  text text NOT NULL,
  title_words text NOT NULL,
  title_search tsvector NOT NULL,
  search tsvector NOT NULL,
  CHECK ((release IS NULL) = (kind = 'answer')),
  CHECK ((answer_id IS NULL) = (kind <> 'answer')),
  UNIQUE NULLS NOT DISTINCT (release, language, kind, item_id, part)
);

COMMENT ON COLUMN library_entry.part IS 'The lesson of a course; of an answer its own id.';
COMMENT ON COLUMN library_entry.answer_id IS 'A published answer: taken back, it is found no more.';
COMMENT ON COLUMN library_entry.title_words IS 'The title in small letters without accents, for what is almost written like it.';
COMMENT ON COLUMN library_entry.search IS 'Title (A), summary and objectives (B) and text (C), folded and stemmed.';

CREATE INDEX library_entry_by_words ON library_entry USING gin (search);
CREATE INDEX library_entry_by_title ON library_entry USING gin (title_search);
CREATE INDEX library_entry_of_answer ON library_entry (answer_id) WHERE answer_id IS NOT NULL;
CREATE INDEX library_entry_of_release ON library_entry (release, language, title_words);

-- The words that occur, so that a word nobody wrote can be answered with one that is close to it.
CREATE TABLE library_word (
  release text NOT NULL REFERENCES content_release (hash) ON DELETE CASCADE,
  language text NOT NULL,
  word text NOT NULL,
  written text NOT NULL,
  entries integer NOT NULL CHECK (entries > 0),
  PRIMARY KEY (release, language, word)
);

COMMENT ON COLUMN library_word.word IS 'In small letters without accents.';
COMMENT ON COLUMN library_word.written IS 'As it is written, for offering it to a reader.';

-- Names of what the extensions bring are settled here, once, so that no query depends on the schema they stand in.
DO $do$
DECLARE
  folding text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'unaccent');
  likeness text := (SELECT quote_ident(n.nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
    WHERE e.extname = 'pg_trgm');
BEGIN
  EXECUTE format('ALTER TEXT SEARCH CONFIGURATION waymark_en
    ALTER MAPPING FOR hword, hword_part, word WITH %s.unaccent, pg_catalog.english_stem', folding);
  EXECUTE format('ALTER TEXT SEARCH CONFIGURATION waymark_fr
    ALTER MAPPING FOR hword, hword_part, word WITH waymark_fr_stop, %s.unaccent, pg_catalog.french_stem', folding);
  EXECUTE format('ALTER TEXT SEARCH CONFIGURATION waymark_plain
    ALTER MAPPING FOR hword, hword_part, word WITH %s.unaccent, pg_catalog.simple', folding);
  EXECUTE format('CREATE INDEX library_word_alike ON library_word USING gin (word %s.gin_trgm_ops)', likeness);
  EXECUTE format('CREATE INDEX library_entry_alike ON library_entry USING gin (title_words %s.gin_trgm_ops)', likeness);
  EXECUTE format('CREATE FUNCTION library_alike(known text, typed text) RETURNS boolean LANGUAGE sql STABLE
    RETURN known OPERATOR(%s.%%) typed', likeness);
  EXECUTE format('CREATE FUNCTION library_likeness(known text, typed text) RETURNS real LANGUAGE sql IMMUTABLE
    RETURN %s.similarity(known, typed)', likeness);
  EXECUTE format('CREATE FUNCTION library_holds_alike(title text, typed text) RETURNS boolean LANGUAGE sql STABLE
    RETURN title OPERATOR(%s.%%>) typed', likeness);
  EXECUTE format('CREATE FUNCTION library_likeness_within(title text, typed text) RETURNS real LANGUAGE sql IMMUTABLE
    RETURN %s.word_similarity(typed, title)', likeness);
END
$do$;

COMMENT ON FUNCTION library_alike IS 'Whether two words share enough trigrams (pg_trgm.similarity_threshold).';
COMMENT ON FUNCTION library_holds_alike IS 'Whether a title holds something like what was typed (pg_trgm.word_similarity_threshold).';

-- After a release was added: the planner must know how large it is, or it would look at every text. The owner's right, for this alone.
CREATE FUNCTION library_settle() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
BEGIN
  PERFORM pg_catalog.gin_clean_pending_list(i::regclass)
  FROM unnest(ARRAY['library_entry_by_words', 'library_entry_by_title', 'library_entry_alike', 'library_word_alike']) AS i;
  ANALYZE library_entry, library_word;
END
$$;

REVOKE ALL ON FUNCTION library_settle FROM PUBLIC;
GRANT EXECUTE ON FUNCTION library_settle TO waymark_server;

-- Nobody's data, open to all and never changed: a release is added whole, an answer is added and may be taken back.
GRANT SELECT, INSERT, DELETE ON library_entry TO waymark_server;
GRANT SELECT, INSERT, DELETE ON library_word TO waymark_server;

-- A program's own library: what it hides of the shipped pack and what it adds. Published, it becomes a release like any other.

CREATE TABLE library_hidden (
  item_id text PRIMARY KEY CHECK (item_id <> ''),
  hidden_at timestamptz NOT NULL,
  hidden_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX library_hidden_by_person ON library_hidden (hidden_by);

-- A file stays as long as a release names it: whoever began with that release may fetch it.
CREATE TABLE library_file (
  id uuid PRIMARY KEY,
  item_id text NOT NULL CHECK (item_id <> ''),
  name text NOT NULL CHECK (name <> '' AND length(name) <= 120),
  media_type text NOT NULL CHECK (media_type <> ''),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 10000000),
  published boolean NOT NULL DEFAULT false,
  uploaded_at timestamptz NOT NULL,
  uploaded_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX library_file_by_item ON library_file (item_id);
CREATE INDEX library_file_by_person ON library_file (uploaded_by);

CREATE TABLE library_added (
  item_id text PRIMARY KEY CHECK (item_id ~ '^added-[a-z0-9]+$'),
  item jsonb NOT NULL,
  body jsonb NOT NULL,
  file_id uuid REFERENCES library_file (id),
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  added_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

COMMENT ON COLUMN library_added.item IS 'Its line in the catalogue, in the form of item.yaml.';
COMMENT ON COLUMN library_added.body IS 'A link, a file or a package: what the item leads to.';

CREATE INDEX library_added_by_file ON library_added (file_id);
CREATE INDEX library_added_by_person ON library_added (changed_by);

-- Which release came of which state of the library. Added to, never changed.
CREATE TABLE library_publication (
  number integer PRIMARY KEY CHECK (number > 0),
  release text NOT NULL REFERENCES content_release (hash),
  base text NOT NULL REFERENCES content_release (hash),
  hidden text[] NOT NULL,
  added text[] NOT NULL,
  published_at timestamptz NOT NULL,
  published_by uuid REFERENCES people_person (id) ON DELETE SET NULL
);

COMMENT ON COLUMN library_publication.base IS 'The release of the pack that it lies over.';

CREATE INDEX library_publication_by_release ON library_publication (release);
CREATE INDEX library_publication_by_base ON library_publication (base);
CREATE INDEX library_publication_by_person ON library_publication (published_by);

-- Those who keep a program's content; and the service, which sends published files to everyone.
CREATE FUNCTION library_keeps() RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT actor_has('author') OR actor_has('manager') OR actor_has('administrator') OR acting_for('service') $$;

SELECT protect(tbl) FROM unnest(ARRAY['library_hidden', 'library_added', 'library_file']::regclass[]) AS tbl;
SELECT protect('library_publication', 'SELECT, INSERT');
CREATE POLICY kept ON library_hidden TO waymark_server USING ((SELECT library_keeps())) WITH CHECK ((SELECT library_keeps()));
CREATE POLICY kept ON library_added TO waymark_server USING ((SELECT library_keeps())) WITH CHECK ((SELECT library_keeps()));
CREATE POLICY kept ON library_file TO waymark_server USING ((SELECT library_keeps())) WITH CHECK ((SELECT library_keeps()));
CREATE POLICY kept ON library_publication TO waymark_server
  USING ((SELECT library_keeps())) WITH CHECK ((SELECT library_keeps()));
