-- The end of validity as it was when a version was published. Publishing a later version brings `effective_to`
-- closer; what was known before that stays answerable.
alter table app.policy_versions add column stated_to date;
-- What is on record already keeps the end it has now; the guard against changed rows does not know the column yet.
alter table app.policy_versions disable trigger keep;
update app.policy_versions set stated_to = effective_to where effective_to is not null;
alter table app.policy_versions enable trigger keep;

create function app.keep_stated_end() returns trigger language plpgsql as $$
begin
  new.stated_to := case
    when tg_op = 'INSERT' or old.state in ('draft', 'in_review') then new.effective_to
    else old.stated_to end;
  return new;
end $$;
create trigger keep_stated_end before insert or update on app.policy_versions
  for each row execute function app.keep_stated_end();

/* Whether a version ruled on a day, as far as had been published by an instant. */
create function app.was_in_force(v app.policy_versions, on_day date, known_at timestamptz)
  returns boolean language sql stable as $$
  select v.published_at <= known_at and (v.withdrawn_at is null or v.withdrawn_at > known_at)
    and v.effective_from <= on_day and (v.stated_to is null or v.stated_to > on_day)
    and not exists (
      select from app.policy_versions later
      where later.document_id = v.document_id and later.published_at <= known_at
        and later.effective_from > v.effective_from and later.effective_from <= on_day)
$$;

-- Questions policy did not answer. Only where they were asked is kept, never their words: who may read the
-- message reads it there, and what is erased there is gone here too.
create table app.unanswered_questions (
  asked_in uuid primary key,
  lang text not null check (lang in ('zh', 'en')),
  coverage real not null check (coverage between 0 and 1),
  nearest text,
  asked_at timestamptz not null default app.app_now()
);
create index unanswered_questions_asked_at on app.unanswered_questions (asked_at);
alter table app.unanswered_questions enable row level security;
create policy note on app.unanswered_questions for insert to parley_staff, parley_system with check (true);
create policy read_kept on app.unanswered_questions for select
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
create policy settle on app.unanswered_questions for delete
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select, insert (asked_in, lang, coverage, nearest), delete on app.unanswered_questions
  to parley_staff, parley_compliance, parley_system;
