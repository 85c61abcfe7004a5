-- Documents handed in, from receiving to the end. The job's progress is what the page and the command line show.
create table app.policy_ingests (
  id uuid primary key,
  file_name text not null check (length(file_name) between 1 and 300),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes between 1 and 52428800),
  -- What the person said of it; null when the file says it itself.
  facts jsonb,
  received_by text not null,
  received_at timestamptz not null default app.app_now(),
  state text not null default 'received'
    check (state in ('received', 'reading', 'cutting', 'indexing', 'done', 'failed')),
  attempts integer not null default 0,
  clauses integer,
  version_id uuid references app.policy_versions on delete restrict,
  outcome text check (outcome in ('added', 'replaced', 'unchanged')),
  reason text,
  field text,
  message text,
  finished_at timestamptz,
  check ((state = 'done') = (outcome is not null and version_id is not null)),
  check ((state = 'failed') = (reason is not null)),
  check ((state in ('done', 'failed')) = (finished_at is not null))
);
create index policy_ingests_received_at on app.policy_ingests (received_at);
create index policy_ingests_version on app.policy_ingests (version_id) where version_id is not null;

-- The file in pieces, so that no statement carries the whole of it. What was refused is not kept.
create table app.policy_ingest_parts (
  ingest_id uuid not null references app.policy_ingests on delete restrict,
  part integer not null check (part >= 0),
  bytes bytea not null,
  primary key (ingest_id, part)
);

/* An ingest starts as received and, once it has ended, stays as it is. */
create function app.keep_policy_ingest() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.received_by
    <> app.actor_kind() || ':' || current_setting('app.actor_id', true) then
    raise exception 'a document is handed in in one''s own name' using errcode = '42501';
  end if;
  if tg_op = 'UPDATE' and old.state in ('done', 'failed') then
    raise exception 'an ingest that has ended stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep before insert or update on app.policy_ingests
  for each row execute function app.keep_policy_ingest();

alter table app.policy_ingests enable row level security;
create policy read_kept on app.policy_ingests for select
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
create policy hand_in on app.policy_ingests for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies()));
create policy work on app.policy_ingests for update to parley_system using (app.actor_kind() = 'system');
grant select, insert (id, file_name, file_hash, bytes, facts, received_by)
  on app.policy_ingests to parley_staff, parley_compliance, parley_system;
grant update (state, attempts, clauses, version_id, outcome, reason, field, message, finished_at)
  on app.policy_ingests to parley_system;

alter table app.policy_ingest_parts enable row level security;
create policy read_kept on app.policy_ingest_parts for select
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
-- With its ingest or never: nobody adds to a document somebody handed in, or to an original that was published.
create policy hand_in on app.policy_ingest_parts for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies())
    and exists (select from app.policy_ingests i where i.id = ingest_id and i.state = 'received'
      and i.received_at = app.app_now()
      and i.received_by = app.actor_kind() || ':' || current_setting('app.actor_id', true)));
create policy drop_refused on app.policy_ingest_parts for delete
  to parley_system using (app.actor_kind() = 'system');
grant select, insert (ingest_id, part, bytes) on app.policy_ingest_parts
  to parley_staff, parley_compliance, parley_system;
grant delete on app.policy_ingest_parts to parley_system;

-- Counts the changes of a version, so that a write can say which state of it the person saw. The name puts the
-- trigger after `keep`, which compares what the writer changed.
alter table app.policy_versions add column revision integer not null default 1;
create function app.number_policy_revision() returns trigger language plpgsql as $$
begin
  new.revision := old.revision + 1;
  return new;
end $$;
create trigger number_revision before update on app.policy_versions
  for each row execute function app.number_policy_revision();

-- Why a version went back from review to draft.
create table app.policy_returns (
  id uuid primary key,
  version_id uuid not null references app.policy_versions on delete restrict,
  reason text not null check (reason in ('wrong_text', 'wrong_cut', 'wrong_dates', 'wrong_audience', 'other')),
  comment text not null check (length(comment) between 3 and 1000),
  returned_by uuid not null references app.staff on delete restrict,
  returned_at timestamptz not null default app.app_now()
);
create index policy_returns_version on app.policy_returns (version_id, returned_at);
create trigger keep before update or delete on app.policy_returns
  for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.policy_returns
  for each statement execute function app.refuse_change();
alter table app.policy_returns enable row level security;
create policy read_all on app.policy_returns for select
  to parley_staff, parley_compliance, parley_system using (true);
create policy give_back on app.policy_returns for insert to parley_staff, parley_compliance
  with check ((select app.keeps_policies()) and returned_by = app.actor_id());
grant select on app.policy_returns to parley_staff, parley_compliance, parley_system;
grant insert (id, version_id, reason, comment, returned_by) on app.policy_returns
  to parley_staff, parley_compliance;
