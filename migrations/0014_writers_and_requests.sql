/* Who wrote the words or the facts a policy version has now. Kept by triggers alone, whoever changes the rows, so
   that the second person who publishes is one who neither wrote nor submitted. */
create table app.policy_writers (
  version_id uuid not null references app.policy_versions on delete restrict,
  staff_id uuid not null references app.staff on delete restrict,
  primary key (version_id, staff_id)
);
alter table app.policy_writers enable row level security;
create policy read_all on app.policy_writers for select
  to parley_staff, parley_compliance, parley_system using (true);
grant select on app.policy_writers to parley_staff, parley_compliance, parley_system;

create function app.add_policy_writer(version uuid, writer uuid) returns void language sql volatile security definer
  set search_path = app, pg_temp as $$
  insert into app.policy_writers (version_id, staff_id) values (version, writer) on conflict do nothing
$$;
revoke execute on function app.add_policy_writer(uuid, uuid) from public;

/* Whoever sets the facts of a draft has written it; other words in their place are nobody's before. */
create function app.note_policy_facts() returns trigger language plpgsql volatile security definer
  set search_path = app, pg_temp as $$
declare
  moving text[] := array['state', 'submitted_by', 'published_by', 'published_at', 'withdrawn_by', 'withdrawn_at',
    'stated_to', 'revision'];
begin
  if tg_op = 'UPDATE' and old.state <> 'draft' then
    return null;
  end if;
  if tg_op = 'UPDATE' and new.content_hash <> old.content_hash then
    delete from app.policy_writers where version_id = new.id;
  end if;
  if app.actor_kind() = 'staff' and (tg_op = 'INSERT' or to_jsonb(new) - moving <> to_jsonb(old) - moving) then
    perform app.add_policy_writer(new.id, app.actor_id());
  end if;
  return null;
end $$;
create trigger note_writer after insert or update on app.policy_versions
  for each row execute function app.note_policy_facts();

/* Whoever adds or removes a clause has written it; its index entries are nobody's words. */
create function app.note_policy_words() returns trigger language plpgsql volatile security definer
  set search_path = app, pg_temp as $$
begin
  if app.actor_kind() = 'staff' then
    perform app.add_policy_writer(case when tg_op = 'DELETE' then old.version_id else new.version_id end, app.actor_id());
  end if;
  return null;
end $$;
create trigger note_writer after insert or delete on app.policy_clauses
  for each row execute function app.note_policy_words();

/* A job files what a person handed in: the words are that person's. */
create function app.note_policy_upload() returns trigger language plpgsql volatile security definer
  set search_path = app, pg_temp as $$
begin
  if new.outcome in ('added', 'replaced') and new.received_by like 'staff:%' then
    perform app.add_policy_writer(new.version_id, substr(new.received_by, 7)::uuid);
  end if;
  return null;
end $$;
create trigger note_writer after update on app.policy_ingests
  for each row execute function app.note_policy_upload();

create function app.need_second_person() returns trigger language plpgsql stable security definer
  set search_path = app, pg_temp as $$
begin
  if exists (select from app.policy_writers w where w.version_id = new.id and w.staff_id = new.published_by) then
    raise exception 'who wrote a policy version does not publish it' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger second_person before update on app.policy_versions
  for each row when (new.state = 'published' and old.state = 'in_review')
  execute function app.need_second_person();

-- What waits already: whoever handed in the words it has, and whoever set its facts since.
insert into app.policy_writers (version_id, staff_id)
select v.id, s.id from app.policy_versions v
join lateral (
  select i.received_by as who, i.finished_at as since from app.policy_ingests i
  where i.version_id = v.id and i.outcome in ('added', 'replaced') order by i.finished_at desc limit 1
) handed on true
join app.staff s on handed.who = 'staff:' || s.id
where v.state in ('draft', 'in_review')
union
select v.id, s.id from app.policy_versions v
join app.audit_entries a on a.subject_kind = 'policy_version' and a.subject_id = v.id::text
  and a.action in ('policy.revised', 'policy.ingested') and a.actor_kind = 'staff'
join app.staff s on s.id::text = a.actor_id
where v.state in ('draft', 'in_review') and a.at >= coalesce((
  select max(i.finished_at) from app.policy_ingests i
  where i.version_id = v.id and i.outcome in ('added', 'replaced')), '-infinity');

/* Every request to a model is a row, those of embedding models too. These have no prompt; one for the clauses of
   policies, or for what a member of staff asks of them, belongs to no conversation. */
alter table app.model_calls
  alter column conversation_id drop not null,
  alter column customer_id drop not null,
  alter column prompt drop not null,
  alter column prompt_hash drop not null,
  -- Millionths of a minor unit, the most it may cost: requests under way count against the day's budget.
  add column reserved_cost_micro bigint not null default 0
    check (reserved_cost_micro between 0 and reserved_tokens::bigint * 1000000),
  drop constraint model_calls_purpose_check,
  add constraint model_calls_purpose_check
    check (purpose in ('reply', 'repair', 'reading', 'question', 'clauses')),
  add constraint model_calls_prompt_check
    check ((prompt is null) = (purpose in ('question', 'clauses')) and (prompt is null) = (prompt_hash is null)),
  add constraint model_calls_owner_check check ((conversation_id is null) = (customer_id is null)
    and (conversation_id is not null or purpose in ('question', 'clauses'))
    and (purpose <> 'clauses' or conversation_id is null));
grant insert (reserved_cost_micro) on app.model_calls to parley_staff, parley_system;

drop policy seen on app.model_calls;
create policy seen on app.model_calls for select to parley_staff, parley_compliance, parley_system
  using (case when customer_id is null then app.keeps_policies() else app.may_see(customer_id) end);
drop policy opened on app.model_calls;
create policy opened on app.model_calls for insert to parley_staff, parley_system
  with check (case when customer_id is null then app.actor_kind() = 'system' else app.may_see(customer_id) end);

create or replace function app.guard_model_call() returns trigger language plpgsql stable security definer
  set search_path = app, pg_temp as $$
begin
  if new.conversation_id is not null and not exists (select from app.conversations c
      where c.id = new.conversation_id and c.customer_id = new.customer_id)
    or new.draft_id is not null and not exists (select from app.drafts d
      where d.id = new.draft_id and d.conversation_id = new.conversation_id and d.customer_id = new.customer_id)
    or app.actor_kind() = 'staff' and (new.draft_id is null or new.purpose not in ('reply', 'repair')) then
    raise exception 'a model call is for one conversation and its own draft' using errcode = '42501';
  end if;
  if new.reserved_tokens > 200000 then
    raise exception 'a model call books at most 200000 tokens' using errcode = '23514';
  end if;
  return new;
end $$;

create or replace function app.model_use(since timestamptz) returns table (tokens bigint, cost_micro bigint)
  language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(sum(case when ended_at is null then reserved_tokens
      else coalesce(input_tokens, 0) + coalesce(output_tokens, 0) end), 0)::bigint,
    coalesce(sum(case when ended_at is null then c.reserved_cost_micro else c.cost_micro end), 0)::bigint
  from app.model_calls c where c.created_at >= since
$$;
