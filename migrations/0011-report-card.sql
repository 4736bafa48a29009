-- Why: an advisor reviews a computed report card before the community sees it: comments, own ratings, evidence, wording.

CREATE TABLE report_card_review (
  journey_id uuid PRIMARY KEY REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  baseline text NOT NULL,
  changes integer NOT NULL DEFAULT 0 CHECK (changes >= 0),
  reviewed_at timestamptz,
  reviewed_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  published_changes integer,
  published_baseline text,
  published_version integer
);

COMMENT ON COLUMN report_card_review.changes IS 'Counts every change of the review; beside published_changes it says what is not published yet.';
COMMENT ON COLUMN report_card_review.baseline IS 'Round and moment of its lock that the review is about; after another lock it has to be read again.';

CREATE INDEX report_card_review_by_community ON report_card_review (community_id);
CREATE INDEX report_card_review_by_reviewer ON report_card_review (reviewed_by);

-- Words of the advisor: about a domain, or for a finding. Each has its own version.
CREATE TABLE report_card_comment (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  part text NOT NULL CHECK (part <> ''),
  text text NOT NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  PRIMARY KEY (journey_id, part)
);

COMMENT ON COLUMN report_card_comment.part IS 'domain:<id> or finding:<kind>.';

CREATE INDEX report_card_comment_by_community ON report_card_comment (community_id);
CREATE INDEX report_card_comment_by_writer ON report_card_comment (updated_by);

-- The advisor's own rating of each facet, and how well the answers are shown to hold (Method 4.2).
CREATE TABLE report_card_rating (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  component text NOT NULL,
  levels jsonb NOT NULL,
  grade text CHECK (grade IN ('stated', 'described', 'seen')),
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  PRIMARY KEY (journey_id, component)
);

COMMENT ON COLUMN report_card_rating.levels IS 'Facet -> level.';

CREATE INDEX report_card_rating_by_community ON report_card_rating (community_id);
CREATE INDEX report_card_rating_by_writer ON report_card_rating (updated_by);

SELECT protect_community_table('report_card_review', 'SELECT, INSERT, UPDATE');
SELECT protect_community_table('report_card_comment');
SELECT protect_community_table('report_card_rating');

-- Whoever left can still take along what they wrote.
CREATE POLICY own ON report_card_comment FOR SELECT TO waymark_server USING (updated_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON report_card_rating FOR SELECT TO waymark_server USING (updated_by = actor_id() AND acting_for('export'));
