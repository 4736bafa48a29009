-- Why: a draft plan is what the engine worked out with what people changed kept beside it; its actions live on after the plan.

CREATE TABLE action_plan_draft (
  journey_id uuid PRIMARY KEY REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  basis jsonb NOT NULL,
  request_hash text NOT NULL,
  solution jsonb NOT NULL,
  engine jsonb NOT NULL,
  edits jsonb NOT NULL DEFAULT '[]',
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  worked_out_at timestamptz NOT NULL,
  worked_out_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  published_version integer,
  published_edition integer,
  published_at timestamptz
);

COMMENT ON COLUMN action_plan_draft.request_hash IS 'Hash of what the engine was asked: beside that of today it says whether the results changed since.';
COMMENT ON COLUMN action_plan_draft.solution IS 'The two pathways as the engine found them.';
COMMENT ON COLUMN action_plan_draft.engine IS 'The plan of the engine alone, as it stood when it was worked out.';
COMMENT ON COLUMN action_plan_draft.edits IS 'What people changed, in order, with author and time. Added to, never shortened: taking a change back is a further entry.';
COMMENT ON COLUMN action_plan_draft.published_edition IS 'The version of the draft that was published; another version now has changes nobody was shown yet.';

CREATE INDEX action_plan_draft_by_community ON action_plan_draft (community_id);
CREATE INDEX action_plan_draft_by_maker ON action_plan_draft (worked_out_by);

-- What people say about a part of the draft.
CREATE TABLE action_plan_comment (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  part text NOT NULL CHECK (part <> ''),
  text text NOT NULL CHECK (text <> ''),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  written_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  written_at timestamptz NOT NULL,
  resolved_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  resolved_at timestamptz
);

CREATE INDEX action_plan_comment_by_journey ON action_plan_comment (journey_id, written_at);
CREATE INDEX action_plan_comment_by_community ON action_plan_comment (community_id);
CREATE INDEX action_plan_comment_by_writer ON action_plan_comment (written_by);
CREATE INDEX action_plan_comment_by_resolver ON action_plan_comment (resolved_by);

-- A question to an expert about the draft. The expert sees the community only from `shared_at` on.
CREATE TABLE action_plan_expert_question (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  part text NOT NULL CHECK (part <> ''),
  question text NOT NULL CHECK (question <> ''),
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  expert_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  asked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  shared_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  shared_at timestamptz,
  answer text CHECK (answer <> ''),
  answered_at timestamptz,
  withdrawn_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);

COMMENT ON COLUMN action_plan_expert_question.shared_at IS 'At once under standard data terms; under any other when a lead or steward of the community agreed.';

CREATE INDEX action_plan_expert_question_by_journey ON action_plan_expert_question (journey_id, asked_at);
CREATE INDEX action_plan_expert_question_by_expert ON action_plan_expert_question (expert_id, asked_at DESC);
CREATE INDEX action_plan_expert_question_by_community ON action_plan_expert_question (community_id);
CREATE INDEX action_plan_expert_question_by_asker ON action_plan_expert_question (asked_by);
CREATE INDEX action_plan_expert_question_by_sharer ON action_plan_expert_question (shared_by);

CREATE TABLE action_plan_action (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  component text,
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL DEFAULT '',
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  owner_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  owner_name text NOT NULL DEFAULT '',
  due date,
  effort_hours numeric(8, 2) CHECK (effort_hours >= 0),
  cost_cents bigint CHECK (cost_cents >= 0),
  status text NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'doing', 'done', 'dropped')),
  done_on date,
  done_note text NOT NULL DEFAULT '',
  done_link text NOT NULL DEFAULT '',
  done_file_id uuid REFERENCES journey_file (id) ON DELETE SET NULL,
  origin text NOT NULL CHECK (origin IN ('plan', 'added')),
  plan_step text,
  version integer NOT NULL DEFAULT 1 CHECK (version > 0),
  created_at timestamptz NOT NULL,
  created_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  UNIQUE (journey_id, plan_step),
  CHECK ((origin = 'plan') = (plan_step IS NOT NULL))
);

COMMENT ON COLUMN action_plan_action.cost_cents IS 'Canadian cents.';
COMMENT ON COLUMN action_plan_action.owner_name IS 'Someone who is not a member, in words.';
COMMENT ON COLUMN action_plan_action.plan_step IS 'component:level, the suggested step it was taken from; working the plan out again adds no second one.';

CREATE INDEX action_plan_action_by_journey ON action_plan_action (journey_id, due);
CREATE INDEX action_plan_action_by_owner ON action_plan_action (owner_id, due) WHERE status IN ('planned', 'doing');
CREATE INDEX action_plan_action_overdue ON action_plan_action (due) WHERE status IN ('planned', 'doing');
CREATE INDEX action_plan_action_by_community ON action_plan_action (community_id);
CREATE INDEX action_plan_action_by_any_owner ON action_plan_action (owner_id);
CREATE INDEX action_plan_action_by_file ON action_plan_action (done_file_id);
CREATE INDEX action_plan_action_by_maker ON action_plan_action (created_by);
CREATE INDEX action_plan_action_by_writer ON action_plan_action (updated_by);

SELECT protect_community_table('action_plan_draft', 'SELECT, INSERT, UPDATE');
SELECT protect_community_table('action_plan_comment', 'SELECT, INSERT, UPDATE');
SELECT protect_community_table('action_plan_expert_question', 'SELECT, INSERT, UPDATE');
SELECT protect_community_table('action_plan_action');

-- Whoever left can still take along what they wrote and what was theirs to do.
CREATE INDEX action_plan_draft_by_editor ON action_plan_draft USING gin (edits jsonb_path_ops);
CREATE POLICY own ON action_plan_draft FOR SELECT TO waymark_server
  USING (edits @> jsonb_build_array(jsonb_build_object('by', actor_id()::text)) AND acting_for('export'));
CREATE POLICY own ON action_plan_comment FOR SELECT TO waymark_server USING (written_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON action_plan_expert_question FOR SELECT TO waymark_server
  USING (actor_id() IN (asked_by, expert_id) AND acting_for('export'));
CREATE POLICY own ON action_plan_action FOR SELECT TO waymark_server
  USING (actor_id() IN (owner_id, created_by) AND acting_for('export'));
