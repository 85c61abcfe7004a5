-- Policy that programs read (limits, clocks, texts of forms), dated like the policies people read.
create table app.policy_data (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z_]+$'),
  version text not null,
  effective_from date not null,
  effective_to date,
  data jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  recorded_at timestamptz not null default app.app_now(),
  unique (kind, version),
  check (effective_to is null or effective_to > effective_from)
);
alter table app.policy_data enable row level security;
create policy read_all on app.policy_data for select using (true);
create policy kept on app.policy_data for insert to parley_system with check (true);
grant select on app.policy_data to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, kind, version, effective_from, effective_to, data, hash) on app.policy_data to parley_system;
create trigger keep before update or delete on app.policy_data for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.policy_data for each statement execute function app.refuse_change();

/* Two versions of one kind never rule on the same day; a lock makes the check safe between processes. */
create function app.keep_policy_data_apart() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('policy_data:' || new.kind, 0));
  if exists (select from app.policy_data p where p.kind = new.kind
      and daterange(p.effective_from, p.effective_to) && daterange(new.effective_from, new.effective_to)) then
    raise exception 'policy data % already has a version for that time', new.kind using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_apart before insert on app.policy_data
  for each row execute function app.keep_policy_data_apart();
