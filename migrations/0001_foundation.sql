create extension if not exists vector;

create schema app;
create schema auth;
create schema jobs;

-- The roles a transaction becomes. They are shared by the databases of one server, so they may exist already.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['parley_customer', 'parley_staff', 'parley_compliance', 'parley_system'] loop
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then null;
    end;
    execute format('grant %I to current_user', wanted);
  end loop;
end $$;

revoke all on schema public from public;
grant usage on schema public to parley_customer, parley_staff, parley_compliance, parley_system;
grant usage on schema app to parley_customer, parley_staff, parley_compliance, parley_system;

create function app.app_now() returns timestamptz language sql stable
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, statement_timestamp());

/* Today where the bank is. */
create function app.bank_date() returns date language sql stable
  return (app.app_now() at time zone coalesce(nullif(current_setting('app.zone', true), ''), 'UTC'))::date;

create function app.actor_kind() returns text language sql stable
  return nullif(current_setting('app.actor_kind', true), '');

create function app.actor_id() returns uuid language sql stable
  return case when current_setting('app.actor_kind', true) in ('customer', 'staff')
    then nullif(current_setting('app.actor_id', true), '')::uuid end;

create function app.actor_job() returns text language sql stable
  return case when current_setting('app.actor_kind', true) = 'system'
    then nullif(current_setting('app.actor_id', true), '') end;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is never changed or removed', tg_table_name using errcode = '42501';
end $$;

-- Results of writes, so that a repeated request gets the first answer and does nothing twice.
create table app.idempotency_keys (
  actor text not null,
  route text not null,
  key text not null check (length(key) between 8 and 200),
  body_hash text not null,
  status integer,
  response text,
  created_at timestamptz not null default app.app_now(),
  expires_at timestamptz not null,
  primary key (actor, route, key)
);
alter table app.idempotency_keys enable row level security;
create policy own_keys on app.idempotency_keys
  using (actor = current_setting('app.actor_kind', true) || ':' || current_setting('app.actor_id', true));
create policy sweep on app.idempotency_keys for delete to parley_system using (expires_at < app.app_now());
create policy sweep_read on app.idempotency_keys for select to parley_system using (expires_at < app.app_now());
grant select, insert (actor, route, key, body_hash, expires_at), update (status, response)
  on app.idempotency_keys to parley_customer, parley_staff, parley_compliance, parley_system;
grant delete on app.idempotency_keys to parley_system;

-- What should happen after a transaction: ids only. The worker turns rows into jobs and removes them.
create table app.outbox (
  id uuid primary key,
  job text not null,
  ids jsonb not null,
  not_before timestamptz not null default app.app_now(),
  created_at timestamptz not null default app.app_now()
);
alter table app.outbox enable row level security;
create policy post on app.outbox for insert with check (app.actor_kind() is not null);
create policy drain on app.outbox to parley_system using (app.actor_kind() = 'system');
grant insert (id, job, ids, not_before) on app.outbox
  to parley_customer, parley_staff, parley_compliance, parley_system;
grant select, delete on app.outbox to parley_system;

create function app.ring_outbox() returns trigger language plpgsql as $$
begin
  perform pg_notify('parley_outbox', '');
  return null;
end $$;
create trigger ring after insert on app.outbox for each statement execute function app.ring_outbox();

-- Things the clock must not forget, swept each minute.
create table app.due_items (
  id uuid primary key,
  kind text not null,
  ref_id uuid not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'cancelled')),
  created_at timestamptz not null default app.app_now(),
  unique (kind, ref_id)
);
create index due_items_waiting on app.due_items (due_at) where state = 'waiting';
alter table app.due_items enable row level security;
create policy book on app.due_items for insert with check (app.actor_kind() is not null);
create policy sweep on app.due_items to parley_system using (app.actor_kind() = 'system');
grant insert (id, kind, ref_id, due_at) on app.due_items
  to parley_customer, parley_staff, parley_compliance, parley_system;
grant select, update (state, due_at) on app.due_items to parley_system;

-- The record of every change: ids, actions, versions and keyed digests; never names, never free text.
create table app.audit_entries (
  id uuid primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('customer', 'staff', 'system')),
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  case_id uuid,
  customer_id uuid,
  canonical text not null
);
create index audit_entries_case on app.audit_entries (case_id, id);
create index audit_entries_customer on app.audit_entries (customer_id, id);
alter table app.audit_entries enable row level security;
create policy record_own on app.audit_entries for insert with check (
  actor_kind = app.actor_kind()
  and actor_id = current_setting('app.actor_id', true)
);
create policy read_all on app.audit_entries for select to parley_system using (app.actor_kind() = 'system');
grant insert (id, at, actor_kind, actor_id, action, subject_kind, subject_id, case_id, customer_id, canonical)
  on app.audit_entries to parley_customer, parley_staff, parley_compliance, parley_system;
grant select on app.audit_entries to parley_compliance, parley_system;
/* The columns say what the canonical text says, and now; neither holds a sentence. A contradiction would break the chain. */
create function app.guard_audit_entry() returns trigger language plpgsql as $$
declare
  told jsonb := new.canonical::jsonb;
  code text := '^[A-Za-z0-9_.:#/+=@-]{0,200}$';
begin
  if new.at is distinct from app.app_now() or (told ->> 'at')::timestamptz is distinct from new.at
    or told - 'at' - 'details' is distinct from jsonb_build_object('id', new.id,
      'actor', jsonb_build_array(new.actor_kind, new.actor_id), 'action', new.action,
      'subject', jsonb_build_array(new.subject_kind, new.subject_id),
      'case', new.case_id, 'customer', new.customer_id) then
    raise exception 'an audit entry says the same twice, and now' using errcode = '23514';
  end if;
  if new.action !~ '^[a-z_]+\.[a-z_]+$' or new.subject_kind !~ '^[a-z_]+$' or new.subject_id !~ code
    or jsonb_typeof(told -> 'details') is distinct from 'object'
    or exists (select from jsonb_object_keys(told -> 'details') as key (name) where key.name !~ '^[a-z_]+$')
    or exists (select from jsonb_path_query(told -> 'details', 'strict $.**') as part (value)
      where jsonb_typeof(part.value) = 'string' and part.value #>> '{}' !~ code) then
    raise exception 'an audit entry holds ids and codes, never free text' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger agree before insert on app.audit_entries
  for each row execute function app.guard_audit_entry();
create trigger keep before update or delete on app.audit_entries
  for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.audit_entries
  for each statement execute function app.refuse_change();

-- Committed entries that the sealer has not linked yet.
create table app.audit_unsealed (
  entry_id uuid primary key references app.audit_entries on delete restrict
);
alter table app.audit_unsealed enable row level security;
create policy read_all on app.audit_unsealed for select to parley_system using (app.actor_kind() = 'system');
create policy seal on app.audit_unsealed for delete to parley_system using (app.actor_job() = 'audit-sealer');
grant select, delete on app.audit_unsealed to parley_system;

create function app.queue_for_sealing() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
begin
  insert into app.audit_unsealed (entry_id) values (new.id);
  return null;
end $$;
create trigger queue_for_sealing after insert on app.audit_entries
  for each row execute function app.queue_for_sealing();

create table app.audit_links (
  seq bigint primary key,
  entry_id uuid not null unique references app.audit_entries on delete restrict,
  previous_hash text not null,
  hash text not null,
  sealed_at timestamptz not null default app.app_now()
);
alter table app.audit_links enable row level security;
create policy seal on app.audit_links for insert to parley_system with check (app.actor_job() = 'audit-sealer');
create policy read_all on app.audit_links for select to parley_system using (app.actor_kind() = 'system');
grant insert (seq, entry_id, previous_hash, hash) on app.audit_links to parley_system;
grant select on app.audit_links to parley_compliance, parley_system;
create trigger keep before update or delete on app.audit_links
  for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.audit_links
  for each statement execute function app.refuse_change();
