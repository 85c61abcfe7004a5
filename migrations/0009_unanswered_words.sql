-- What was asked, with everything that names a person or an account masked before it comes here, so that those who
-- keep the policies can see what is missing without reading customers' messages.
alter table app.unanswered_questions add column question text check (length(question) between 1 and 500);
-- Settled, not removed: by which document, or by none when nobody need answer.
alter table app.unanswered_questions add column settled_at timestamptz;
alter table app.unanswered_questions add column settled_by uuid references app.staff on delete restrict;
alter table app.unanswered_questions
  add column settled_with text references app.policy_documents on delete restrict;
alter table app.unanswered_questions add check ((settled_at is null) = (settled_by is null));
alter table app.unanswered_questions add check (settled_with is null or settled_at is not null);
create index unanswered_questions_open on app.unanswered_questions (lang, question) where settled_at is null;

create policy mark_settled on app.unanswered_questions for update
  to parley_staff, parley_compliance using ((select app.keeps_policies()) and settled_at is null)
  with check ((select app.keeps_policies()) and settled_by = app.actor_id() and settled_at = app.app_now());
-- Words come masked from the machine alone.
grant insert (question) on app.unanswered_questions to parley_system;
grant update (settled_at, settled_by, settled_with) on app.unanswered_questions to parley_staff, parley_compliance;
revoke delete on app.unanswered_questions from parley_staff, parley_compliance;
