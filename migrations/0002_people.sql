-- Sign-in of staff: tables of the sign-in library, in its own schema and naming.
create table auth.users (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create table auth.sessions (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth.users on delete cascade
);
create index sessions_user on auth.sessions ("userId");
create table auth.accounts (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth.users on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index accounts_user on auth.accounts ("userId");
create table auth.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verifications_identifier on auth.verifications (identifier);
create table auth.rate_limits (
  id text primary key,
  key text not null unique,
  count integer not null,
  "lastRequest" bigint not null
);

create table app.teams (
  id uuid primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null,
  handles text[] not null
);
create table app.staff (
  id uuid primary key,
  email text not null unique,
  name text not null,
  role text not null check (role in
    ('agent', 'lead', 'manager', 'risk', 'committee', 'compliance', 'policy_owner', 'admin')),
  language text not null check (language in ('zh-Hans', 'en')),
  demo boolean not null default false,
  active boolean not null default true
);
create table app.team_members (
  team_id uuid not null references app.teams on delete cascade,
  staff_id uuid not null references app.staff on delete cascade,
  primary key (team_id, staff_id)
);
create index team_members_staff on app.team_members (staff_id);

create function app.staff_role() returns text language sql stable security definer
  set search_path = app, pg_temp as $$
  select role from app.staff where id = app.actor_id() and active and app.actor_kind() = 'staff'
$$;
create function app.staff_teams() returns uuid[] language sql stable security definer
  set search_path = app, pg_temp as $$
  select coalesce(array_agg(m.team_id), '{}') from app.team_members m
  join app.staff s on s.id = m.staff_id and s.active
  where m.staff_id = app.actor_id() and app.actor_kind() = 'staff'
$$;
/* Names and roles for whoever talks to the bank: nothing else of the staff is shown to customers. */
create function app.staff_names() returns table (id uuid, name text, role text) language sql stable
  security definer set search_path = app, pg_temp as $$
  select s.id, s.name, s.role from app.staff s
$$;
/* Ranks of authority; a role without authority ranks 0. */
create function app.authority_rank(name text) returns integer language sql immutable
  return case name when 'agent' then 1 when 'lead' then 2 when 'manager' then 3
    when 'committee' then 4 else 0 end;

create policy overseen on app.audit_entries for select to parley_compliance
  using ((select app.staff_role()) = 'compliance');
create policy overseen on app.audit_links for select to parley_compliance
  using ((select app.staff_role()) = 'compliance');

alter table app.teams enable row level security;
create policy everyone on app.teams for select using (true);
create policy seed on app.teams for insert to parley_system with check (true);
grant select on app.teams to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, code, name_zh, name_en, handles) on app.teams to parley_system;

alter table app.staff enable row level security;
create policy colleagues on app.staff for select to parley_staff, parley_compliance, parley_system using (true);
create policy seed on app.staff for insert to parley_system with check (true);
grant select on app.staff to parley_staff, parley_compliance, parley_system;
grant insert (id, email, name, role, language, demo) on app.staff to parley_system;

alter table app.team_members enable row level security;
create policy colleagues on app.team_members for select to parley_staff, parley_compliance, parley_system
  using (true);
create policy seed on app.team_members for insert to parley_system with check (true);
grant select on app.team_members to parley_staff, parley_compliance, parley_system;
grant insert (team_id, staff_id) on app.team_members to parley_system;

create table app.customers (
  id uuid primary key,
  ref text not null unique,
  language text not null check (language in ('zh-Hans', 'en')),
  segment text not null,
  team_id uuid not null references app.teams on delete restrict,
  profile bytea not null,
  demo boolean not null default false,
  created_at timestamptz not null default app.app_now()
);
-- One wrapped key a customer; without it everything personal of that customer is noise.
create table app.customer_keys (
  customer_id uuid primary key references app.customers on delete restrict deferrable initially deferred,
  wrapped bytea,
  destroyed_at timestamptz,
  check ((wrapped is null) = (destroyed_at is not null))
);
create table app.accounts (
  id uuid primary key,
  customer_id uuid not null references app.customers on delete restrict,
  product text not null,
  masked_number text not null,
  currency text not null check (currency = 'CNY'),
  principal bigint not null check (principal >= 0),
  interest bigint not null check (interest >= 0),
  fees bigint not null check (fees >= 0),
  default_charges bigint not null check (default_charges >= 0),
  annual_rate_bp numeric not null,
  days_past_due integer not null,
  maturity date,
  as_of date not null
);
create index accounts_customer on app.accounts (customer_id);
-- Words of customers and of the bank to them, sealed under the customer's key; written once.
create table app.contents (
  id uuid primary key,
  customer_id uuid not null references app.customers on delete restrict,
  sealed bytea not null,
  media_type text not null default 'text/plain',
  created_at timestamptz not null default app.app_now()
);
create index contents_customer on app.contents (customer_id);
create trigger keep before update or delete on app.contents
  for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.contents
  for each statement execute function app.refuse_change();

/* The customers whose rows the present actor may see. */
create function app.sees_customer(customer uuid, team uuid) returns boolean language sql stable as $$
  select case app.actor_kind()
    when 'customer' then customer = app.actor_id()
    when 'staff' then app.staff_role() in ('compliance', 'admin') or team = any (app.staff_teams())
    when 'system' then true
    else false end
$$;
create function app.may_see(customer uuid) returns boolean language sql stable security definer
  set search_path = app, pg_temp as $$
  select exists (
    select from app.customers c where c.id = customer and app.sees_customer(c.id, c.team_id))
$$;

alter table app.customers enable row level security;
create policy seen on app.customers for select using (app.sees_customer(id, team_id));
create policy seed on app.customers for insert to parley_system with check (true);
grant select on app.customers to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, ref, language, segment, team_id, profile, demo) on app.customers to parley_system;

alter table app.customer_keys enable row level security;
create policy seen on app.customer_keys for select using (app.may_see(customer_id));
create policy seed on app.customer_keys for insert to parley_system with check (true);
create policy destroy on app.customer_keys for update to parley_system
  using (app.actor_job() = 'erasure') with check (wrapped is null);
grant select on app.customer_keys to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (customer_id, wrapped), update (wrapped, destroyed_at) on app.customer_keys to parley_system;

alter table app.accounts enable row level security;
create policy seen on app.accounts for select using (app.may_see(customer_id));
create policy seed on app.accounts for insert to parley_system with check (true);
grant select on app.accounts to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, customer_id, product, masked_number, currency, principal, interest, fees, default_charges,
  annual_rate_bp, days_past_due, maturity, as_of) on app.accounts to parley_system;

/* Content that this transaction wrote: what a customer points at becomes readable, so it must be their own words. */
create function app.is_fresh_content(content uuid, customer uuid) returns boolean language sql stable
  security definer set search_path = app, pg_temp as $$
  select exists (select from app.contents c
    where c.id = content and c.customer_id = customer and c.created_at = app.app_now())
$$;

-- A customer reads content only where something sent to them or by them points at it (see 0004).
alter table app.contents enable row level security;
create policy seen on app.contents for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy written on app.contents for insert with check (app.may_see(customer_id));
grant select on app.contents to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, customer_id, sealed, media_type) on app.contents
  to parley_customer, parley_staff, parley_system;
