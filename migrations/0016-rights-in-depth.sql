-- Why: what a row says of its community must be true, and who may read a community may not therefore end or rewrite it.

-- A row names its community beside the journey, round or respondent it belongs to, since policies read it there. Both have to agree:
-- nobody puts a row of their own community under another's journey, or takes one along.
ALTER TABLE journey ADD UNIQUE (id, community_id);
ALTER TABLE journey_file ADD UNIQUE (id, community_id);
ALTER TABLE diagnostic_round ADD UNIQUE (id, community_id);
ALTER TABLE diagnostic_respondent ADD UNIQUE (id, community_id);

DO $$
DECLARE
  tbl text;
BEGIN
  FOREACH tbl IN ARRAY ARRAY[
    'journey_stage', 'journey_pause', 'journey_event', 'journey_document', 'journey_file', 'people_invitation', 'people_withdrawal',
    'request', 'request_carried', 'request_agreement', 'interview_booking', 'interview_participant', 'interview', 'interview_entry',
    'interview_kept_note', 'interview_tag', 'interview_correction', 'report_card_review', 'report_card_comment',
    'report_card_rating', 'diagnostic_round', 'action_plan_draft', 'action_plan_comment', 'action_plan_expert_question',
    'action_plan_action', 'validation_entry', 'final_plan_entry', 'final_plan_sign_off', 'desk_message', 'desk_message_seen']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (journey_id, community_id)
      REFERENCES journey (id, community_id) ON DELETE CASCADE', tbl, tbl || '_same_community');
  END LOOP;
  FOREACH tbl IN ARRAY ARRAY[
    'diagnostic_person', 'diagnostic_answer', 'diagnostic_answer_change', 'diagnostic_note', 'diagnostic_evidence']
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (respondent_id, community_id)
      REFERENCES diagnostic_respondent (id, community_id) ON DELETE CASCADE', tbl, tbl || '_same_community');
  END LOOP;
END
$$;

ALTER TABLE diagnostic_respondent ADD CONSTRAINT diagnostic_respondent_same_community
  FOREIGN KEY (round_id, community_id) REFERENCES diagnostic_round (id, community_id) ON DELETE CASCADE;
ALTER TABLE diagnostic_evidence ADD CONSTRAINT diagnostic_evidence_same_file
  FOREIGN KEY (file_id, community_id) REFERENCES journey_file (id, community_id) ON DELETE CASCADE;

-- Contributors, experts and whoever opened a community read it; its profile and its people are not theirs to change.
CREATE POLICY changed_by ON people_community AS RESTRICTIVE FOR UPDATE TO waymark_server
  USING (id IN (SELECT led_communities()) OR id IN (SELECT advised_communities()) OR acting_for('service')
    OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));
CREATE POLICY ended_by ON people_community AS RESTRICTIVE FOR DELETE TO waymark_server
  USING (id IN (SELECT led_communities()) OR acting_for('service'));
CREATE POLICY ended_by ON people_member AS RESTRICTIVE FOR DELETE TO waymark_server
  USING (person_id = actor_id() OR community_id IN (SELECT led_communities()) OR acting_for('service'));
CREATE POLICY ended_by ON people_assignment AS RESTRICTIVE FOR DELETE TO waymark_server
  USING (person_id = actor_id() OR acting_for('service')
    OR (SELECT actor_has('manager')) OR (SELECT actor_has('administrator')));

-- A file given with an answer is read by whoever may read that answer, and by nobody else (Method 4.4).
CREATE POLICY with_its_answer ON journey_file AS RESTRICTIVE FOR SELECT TO waymark_server
  USING (purpose <> 'evidence' OR uploaded_by = actor_id() OR acting_for('service')
    OR id IN (SELECT file_id FROM diagnostic_evidence));
