-- Why: the needs interview: when an advisor is free, the booking, the notes by block, the needs, and their correction.

-- Hours of a week in which an advisor takes interviews, on the clock of their own time zone.
CREATE TABLE interview_pattern (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  weekday integer NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  from_minute integer NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  until_minute integer NOT NULL CHECK (until_minute > from_minute AND until_minute <= 1440),
  UNIQUE (person_id, weekday, from_minute)
);

COMMENT ON COLUMN interview_pattern.weekday IS '1 is Monday, 7 is Sunday.';

-- Single times that are free beside the weekly hours, or taken out of them.
CREATE TABLE interview_slot (
  id uuid PRIMARY KEY,
  person_id uuid NOT NULL REFERENCES people_person (id) ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  free boolean NOT NULL,
  UNIQUE (person_id, starts_at)
);

CREATE TABLE interview_booking (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  advisor_id uuid REFERENCES people_person (id) ON DELETE SET NULL,
  starts_at timestamptz NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  whole_day boolean NOT NULL DEFAULT false,
  place text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'cancelled', 'held')),
  sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
  booked_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  booked_at timestamptz NOT NULL,
  reason text
);

COMMENT ON COLUMN interview_booking.sequence IS 'The SEQUENCE of its calendar file (RFC 5545): one more with every change.';
COMMENT ON COLUMN interview_booking.whole_day IS 'A community alone records the day only.';

CREATE INDEX interview_booking_by_journey ON interview_booking (journey_id, booked_at DESC);
CREATE INDEX interview_booking_by_community ON interview_booking (community_id);
CREATE INDEX interview_booking_by_booker ON interview_booking (booked_by);
CREATE INDEX interview_booking_by_advisor ON interview_booking (advisor_id, starts_at);
CREATE UNIQUE INDEX interview_booking_once ON interview_booking (advisor_id, starts_at) WHERE state = 'booked';
CREATE UNIQUE INDEX interview_booking_current ON interview_booking (journey_id) WHERE state = 'booked';

-- Who takes part: members of the community, or anyone else by role.
CREATE TABLE interview_participant (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  person_id uuid REFERENCES people_person (id) ON DELETE CASCADE,
  role text NOT NULL CHECK (role <> ''),
  position integer NOT NULL,
  UNIQUE (journey_id, person_id)
);

CREATE INDEX interview_participant_by_journey ON interview_participant (journey_id, position);
CREATE INDEX interview_participant_by_community ON interview_participant (community_id);
CREATE INDEX interview_participant_by_person ON interview_participant (person_id);

CREATE TABLE interview (
  journey_id uuid PRIMARY KEY REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  language text CHECK (language ~ '^[a-z]{2,3}$'),
  notes_agreed boolean NOT NULL DEFAULT false,
  language_wishes text NOT NULL DEFAULT '',
  people_version integer NOT NULL DEFAULT 0,
  setting_version integer NOT NULL DEFAULT 0,
  held_at timestamptz,
  shared_at timestamptz,
  shared_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  frozen_at timestamptz,
  reopened_reason text
);

CREATE INDEX interview_by_community ON interview (community_id);
CREATE INDEX interview_by_sharer ON interview (shared_by);
CREATE INDEX interview_by_confirmer ON interview (confirmed_by);
CREATE INDEX interview_due ON interview (shared_at) WHERE frozen_at IS NULL;

-- What was written: notes by block of the guide, and the parts of the summary. Each part has its own version.
CREATE TABLE interview_entry (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  part text NOT NULL CHECK (part <> ''),
  text text NOT NULL,
  stays_with_us boolean NOT NULL DEFAULT false,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  PRIMARY KEY (journey_id, part)
);

COMMENT ON COLUMN interview_entry.part IS 'block:<id of the guide''s block>, place, need-1 to need-3, strengths, constraints or hopes.';

CREATE INDEX interview_entry_by_community ON interview_entry (community_id);
CREATE INDEX interview_entry_by_writer ON interview_entry (updated_by);

-- A member's note that stays with the community: no member of staff ever reads this table.
CREATE TABLE interview_kept_note (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  block text NOT NULL,
  text text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  updated_at timestamptz NOT NULL,
  updated_by uuid REFERENCES people_person (id) ON DELETE SET NULL,
  PRIMARY KEY (journey_id, block)
);

CREATE INDEX interview_kept_note_by_community ON interview_kept_note (community_id);
CREATE INDEX interview_kept_note_by_writer ON interview_kept_note (updated_by);

CREATE TABLE interview_tag (
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  part text NOT NULL,
  component text NOT NULL,
  PRIMARY KEY (journey_id, part, component)
);

CREATE INDEX interview_tag_by_community ON interview_tag (community_id);

-- What the community changed in the summary it was shown. Added to, never changed.
CREATE TABLE interview_correction (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  journey_id uuid NOT NULL REFERENCES journey (id) ON DELETE CASCADE,
  community_id uuid NOT NULL REFERENCES people_community (id) ON DELETE CASCADE,
  part text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  language text NOT NULL CHECK (language ~ '^[a-z]{2,3}$'),
  at timestamptz NOT NULL,
  person_id uuid REFERENCES people_person (id) ON DELETE SET NULL
);

CREATE INDEX interview_correction_by_journey ON interview_correction (journey_id, id);
CREATE INDEX interview_correction_by_community ON interview_correction (community_id);
CREATE INDEX interview_correction_by_person ON interview_correction (person_id);

-- When an advisor is busy, and nothing about with whom: for the communities they advise.
CREATE FUNCTION interview_busy(advisor uuid, from_at timestamptz, until_at timestamptz)
  RETURNS TABLE (starts_at timestamptz, minutes integer, booking uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = waymark, pg_temp
AS $$
DECLARE
  before text := coalesce(current_setting('waymark.maintenance', true), '');
BEGIN
  PERFORM set_config('waymark.maintenance', 'on', true);
  RETURN QUERY
  SELECT b.starts_at, b.minutes, CASE WHEN b.community_id IN (SELECT visible_communities()) THEN b.id END
  FROM interview_booking b
  WHERE b.advisor_id = advisor AND b.state = 'booked' AND b.starts_at < until_at
    AND b.starts_at > from_at - interval '8 hours'
    AND (advisor = actor_id() OR EXISTS (
      SELECT FROM people_assignment a
      WHERE a.person_id = advisor AND a.ended_at IS NULL AND a.community_id IN (SELECT visible_communities())));
  PERFORM set_config('waymark.maintenance', before, true);
END
$$;

SELECT protect('interview_pattern');
CREATE POLICY own ON interview_pattern TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY advised ON interview_pattern FOR SELECT TO waymark_server
  USING (person_id IN (SELECT a.person_id FROM people_assignment a WHERE a.ended_at IS NULL));
SELECT protect('interview_slot');
CREATE POLICY own ON interview_slot TO waymark_server USING (person_id = actor_id()) WITH CHECK (person_id = actor_id());
CREATE POLICY advised ON interview_slot FOR SELECT TO waymark_server
  USING (person_id IN (SELECT a.person_id FROM people_assignment a WHERE a.ended_at IS NULL));

SELECT protect_community_table('interview_booking', 'SELECT, INSERT, UPDATE');
SELECT protect_community_table('interview_participant');
SELECT protect_community_table('interview', 'SELECT, INSERT, UPDATE');
SELECT protect_community_table('interview_tag');
SELECT protect_community_table('interview_correction', 'SELECT, INSERT');

-- Notes are for the community and its advisor; the parts of the summary for whoever sees the journey.
SELECT protect('interview_entry');
CREATE POLICY by_community ON interview_entry TO waymark_server
  USING (community_id IN (SELECT visible_communities()) AND (part NOT LIKE 'block:%'
    OR community_id IN (SELECT own_communities()) OR community_id IN (SELECT advised_communities())
    OR acting_for('service')))
  WITH CHECK (community_id IN (SELECT visible_communities()));
SELECT protect('interview_kept_note');
CREATE POLICY stays_with_us ON interview_kept_note TO waymark_server
  USING (community_id IN (SELECT own_communities())) WITH CHECK (community_id IN (SELECT own_communities()));

-- Whoever left can still take along what they wrote, booked or took part in.
CREATE POLICY own ON interview_entry FOR SELECT TO waymark_server USING (updated_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON interview_kept_note FOR SELECT TO waymark_server USING (updated_by = actor_id() AND acting_for('export'));
CREATE POLICY own ON interview_correction FOR SELECT TO waymark_server USING (person_id = actor_id() AND acting_for('export'));
CREATE POLICY own ON interview_participant FOR SELECT TO waymark_server USING (person_id = actor_id() AND acting_for('export'));
CREATE POLICY own ON interview_booking FOR SELECT TO waymark_server USING (booked_by = actor_id() AND acting_for('export'));
