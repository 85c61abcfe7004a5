create table app.conversations (
  id uuid primary key,
  customer_id uuid not null references app.customers on delete restrict,
  channel text not null check (channel in ('web', 'app', 'phone', 'email')),
  language text not null check (language in ('zh-Hans', 'en')),
  hand_off text not null default 'bot' check (hand_off in ('bot', 'requested', 'queued', 'joined', 'ended')),
  hand_off_at timestamptz,
  joined_by uuid references app.staff on delete restrict,
  verified_until timestamptz,
  last_seq integer not null default 0,
  head_seq integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default app.app_now(),
  updated_at timestamptz not null default app.app_now()
);
create index conversations_customer on app.conversations (customer_id);
alter table app.conversations enable row level security;
create policy seen on app.conversations for select using (app.may_see(customer_id));
create policy opened on app.conversations for insert
  with check (app.may_see(customer_id) and verified_until is null and joined_by is null and last_seq = 0);
create policy changed on app.conversations for update using (app.may_see(customer_id));
grant select on app.conversations to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, customer_id, channel, language) on app.conversations
  to parley_customer, parley_staff, parley_system;
grant update (hand_off, hand_off_at, version, updated_at) on app.conversations to parley_customer;
grant update (hand_off, hand_off_at, joined_by, version, updated_at) on app.conversations to parley_staff;
grant update (hand_off, hand_off_at, verified_until, version, updated_at) on app.conversations to parley_system;

/* How many are waiting for a person longer than since this instant: a number, for the queue's position. */
create function app.waiting_before(since timestamptz) returns integer language sql stable security definer
  set search_path = app, pg_temp as $$
  select count(*)::integer from app.conversations where hand_off in ('requested', 'queued') and hand_off_at < since
$$;

-- One-time codes: a keyed digest, few attempts, short life.
create table app.verifications (
  id uuid primary key,
  conversation_id uuid not null references app.conversations on delete restrict,
  code_mac text not null,
  attempts integer not null default 0 check (attempts <= 5),
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  created_at timestamptz not null default app.app_now()
);
create index verifications_conversation on app.verifications (conversation_id, created_at);
alter table app.verifications enable row level security;
create policy kept on app.verifications to parley_system using (app.actor_job() = 'verification');
grant select, insert (id, conversation_id, code_mac, expires_at), update (attempts, confirmed_at)
  on app.verifications to parley_system;

create table app.cases (
  id uuid primary key,
  customer_id uuid not null references app.customers on delete restrict,
  conversation_id uuid not null references app.conversations on delete restrict,
  team_id uuid not null references app.teams on delete restrict,
  kind text not null check (kind in
    ('credit_hardship', 'investment_consultation', 'complaint', 'fee_waiver', 'general')),
  stage text not null check (stage in
    ('first_contact', 'analysis', 'proposal', 'agreement', 'follow_up', 'closed')),
  status text not null default 'open' check (status in ('open', 'on_hold', 'closed')),
  collection_hold boolean not null default false,
  assignee uuid references app.staff on delete restrict,
  due_at timestamptz,
  close_reason text,
  version integer not null default 1,
  opened_at timestamptz not null default app.app_now(),
  closed_at timestamptz,
  check ((stage = 'closed') = (status = 'closed')),
  check ((status = 'closed') = (closed_at is not null and close_reason is not null))
);
create unique index cases_open on app.cases (conversation_id) where status <> 'closed';
create index cases_customer on app.cases (customer_id);
create index cases_team on app.cases (team_id, status, due_at);
alter table app.cases enable row level security;
create policy seen on app.cases for select using (app.may_see(customer_id));
create policy opened on app.cases for insert to parley_staff, parley_system with check (app.may_see(customer_id));
create policy changed on app.cases for update to parley_staff, parley_system using (app.may_see(customer_id));
create policy answered on app.cases for update to parley_customer using (app.may_see(customer_id));
grant select on app.cases to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, customer_id, conversation_id, team_id, kind, stage, due_at, collection_hold) on app.cases
  to parley_staff, parley_system;
grant update (stage, status, collection_hold, assignee, due_at, close_reason, version, closed_at) on app.cases
  to parley_staff, parley_system;
grant update (stage, due_at, version) on app.cases to parley_customer;

-- What is known, each with where it comes from; a newer row of the same name replaces an older one.
create table app.case_facts (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  name text not null check (name ~ '^[a-z_]+$'),
  sealed bytea not null,
  grade text not null check (grade in ('stated', 'document', 'bank')),
  message_id uuid,
  recorded_at timestamptz not null default app.app_now()
);
create index case_facts_case on app.case_facts (case_id, name, id);
alter table app.case_facts enable row level security;
create policy seen on app.case_facts for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy recorded on app.case_facts for insert to parley_staff, parley_system
  with check (app.may_see(customer_id));
grant select on app.case_facts to parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, customer_id, name, sealed, grade, message_id) on app.case_facts
  to parley_staff, parley_system;

create table app.case_signals (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  signal text not null,
  message_id uuid,
  raised_at timestamptz not null default app.app_now(),
  cleared_by uuid references app.staff on delete restrict,
  cleared_at timestamptz,
  clear_reason_id uuid references app.contents on delete restrict,
  unique (case_id, signal),
  check ((cleared_at is null) = (cleared_by is null))
);
alter table app.case_signals enable row level security;
create policy seen on app.case_signals for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy raised on app.case_signals for insert to parley_staff, parley_system
  with check (app.may_see(customer_id) and cleared_at is null);
create policy cleared on app.case_signals for update to parley_staff
  using (app.may_see(customer_id)) with check (cleared_by = app.actor_id());
create policy raised_again on app.case_signals for update to parley_system
  using (true) with check (cleared_at is null);
grant select on app.case_signals to parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, customer_id, signal, message_id) on app.case_signals to parley_staff, parley_system;
grant update (cleared_by, cleared_at, clear_reason_id) on app.case_signals to parley_staff;
grant update (message_id, raised_at, cleared_by, cleared_at, clear_reason_id) on app.case_signals to parley_system;

create table app.analyses (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  content_id uuid not null references app.contents on delete restrict,
  head_seq integer not null,
  as_of date not null,
  created_at timestamptz not null default app.app_now()
);
create index analyses_case on app.analyses (case_id, id);
alter table app.analyses enable row level security;
create policy seen on app.analyses for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy made on app.analyses for insert to parley_staff, parley_system with check (app.may_see(customer_id));
grant select on app.analyses to parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, customer_id, content_id, head_seq, as_of) on app.analyses to parley_staff, parley_system;

create table app.offer_sets (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  outcome text not null check (outcome in ('offers', 'empty', 'refused')),
  input_id uuid not null references app.contents on delete restrict,
  result jsonb not null,
  parameters_version text not null,
  parameters_hash text not null,
  created_at timestamptz not null default app.app_now()
);
create index offer_sets_case on app.offer_sets (case_id, id);
alter table app.offer_sets enable row level security;
create policy seen on app.offer_sets for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy computed on app.offer_sets for insert to parley_staff, parley_system
  with check (app.may_see(customer_id));
grant select on app.offer_sets to parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, customer_id, outcome, input_id, result, parameters_version, parameters_hash)
  on app.offer_sets to parley_staff, parley_system;

create table app.offers (
  id uuid primary key,
  offer_set_id uuid not null references app.offer_sets on delete restrict,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  ord integer not null,
  -- What the customer may see of it; the bank's valuation stays in the offer set.
  terms jsonb not null,
  authority text not null check (authority in ('agent', 'lead', 'manager', 'committee')),
  approvals integer not null check (approvals in (1, 2)),
  -- Whose agreement is needed besides: a role, where two must approve.
  second_role text check (second_role in ('lead', 'manager', 'risk', 'committee')),
  state text not null default 'proposed' check (state in
    ('proposed', 'sent', 'accepted', 'declined', 'countered', 'expired', 'withdrawn')),
  valid_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default app.app_now(),
  unique (offer_set_id, ord),
  check ((approvals = 2) = (second_role is not null))
);
create index offers_case on app.offers (case_id, id);
create unique index offers_accepted on app.offers (case_id) where state = 'accepted';
alter table app.offers enable row level security;
create policy seen on app.offers for select using (
  app.may_see(customer_id) and (app.actor_kind() <> 'customer' or state <> 'proposed'));
create policy computed on app.offers for insert to parley_staff, parley_system
  with check (app.may_see(customer_id) and state = 'proposed');
create policy moved on app.offers for update to parley_staff, parley_system using (app.may_see(customer_id));
create policy answered on app.offers for update to parley_customer
  using (app.may_see(customer_id) and state <> 'proposed')
  with check (state in ('accepted', 'declined', 'countered'));
grant select on app.offers to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, offer_set_id, case_id, customer_id, ord, terms, authority, approvals, second_role)
  on app.offers
  to parley_staff, parley_system;
grant update (state, valid_until, version) on app.offers to parley_staff, parley_system;
grant update (state, version) on app.offers to parley_customer;

create function app.guard_offer_state() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
begin
  if new.valid_until is distinct from old.valid_until and (old.state, new.state) <> ('proposed', 'sent') then
    raise exception 'how long an offer stays open is said when it is sent' using errcode = '42501';
  end if;
  if new.state = old.state then return new; end if;
  if not ((old.state, new.state) in (('proposed', 'sent'), ('proposed', 'withdrawn'), ('sent', 'accepted'),
      ('sent', 'declined'), ('sent', 'countered'), ('sent', 'expired'), ('sent', 'withdrawn'),
      ('countered', 'accepted'), ('countered', 'declined'), ('countered', 'expired'), ('countered', 'withdrawn'),
      ('accepted', 'withdrawn'))) then
    raise exception 'an offer cannot go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if new.state = 'sent' and (new.valid_until is null or not exists (
      select from app.messages m where m.offer_id = new.id and m.kind = 'offer')) then
    raise exception 'an offer is sent only by a message, and until a date' using errcode = '23514';
  end if;
  if new.state = 'accepted' and app.actor_kind() is distinct from 'customer' then
    raise exception 'only the customer accepts an offer' using errcode = '42501';
  end if;
  if new.state = 'accepted' and coalesce(new.valid_until <= app.app_now(), true) then
    raise exception 'the offer is no longer valid' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_state before update on app.offers for each row execute function app.guard_offer_state();

-- What the guards said of one exact content; the findings quote it and are sealed like it.
create table app.guard_reports (
  id uuid primary key,
  customer_id uuid not null references app.customers on delete restrict,
  content_id uuid not null references app.contents on delete restrict,
  guard_version text not null,
  sendable boolean not null,
  findings bytea not null,
  clause_refs text[] not null default '{}',
  created_at timestamptz not null default app.app_now()
);
create index guard_reports_content on app.guard_reports (content_id);
alter table app.guard_reports enable row level security;
create policy seen on app.guard_reports for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy made on app.guard_reports for insert to parley_staff, parley_system
  with check (app.may_see(customer_id));
grant select on app.guard_reports to parley_staff, parley_compliance, parley_system;
grant insert (id, customer_id, content_id, guard_version, sendable, findings, clause_refs) on app.guard_reports
  to parley_staff, parley_system;

create table app.agreements (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  offer_id uuid not null unique references app.offers on delete restrict,
  number text not null unique,
  state text not null default 'drafted' check (state in
    ('drafted', 'delivered', 'confirmed', 'broken', 'completed', 'cancelled')),
  text_id uuid not null references app.contents on delete restrict,
  pdf_zh_id uuid not null references app.contents on delete restrict,
  pdf_en_id uuid not null references app.contents on delete restrict,
  pdf_zh_sha256 text not null,
  pdf_en_sha256 text not null,
  confirmation_id uuid references app.contents on delete restrict,
  confirmed_at timestamptz,
  created_at timestamptz not null default app.app_now(),
  check ((confirmed_at is null) = (confirmation_id is null))
);
create index agreements_case on app.agreements (case_id);
alter table app.agreements enable row level security;
create policy seen on app.agreements for select using (
  app.may_see(customer_id) and (app.actor_kind() <> 'customer' or state <> 'drafted'));
create policy drafted on app.agreements for insert to parley_staff, parley_system
  with check (app.may_see(customer_id) and state = 'drafted');
create policy moved on app.agreements for update to parley_staff, parley_system using (app.may_see(customer_id));
create policy confirmed on app.agreements for update to parley_customer
  using (app.may_see(customer_id) and state <> 'drafted') with check (state = 'confirmed');
grant select on app.agreements to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, customer_id, offer_id, number, text_id, pdf_zh_id, pdf_en_id, pdf_zh_sha256,
  pdf_en_sha256) on app.agreements to parley_staff, parley_system;
grant update (state) on app.agreements to parley_staff, parley_system;
grant update (state, confirmation_id, confirmed_at) on app.agreements to parley_customer;

-- The cost statement of an accepted offer: opened, read for its time, confirmed by the customer.
create table app.cost_statements (
  id uuid primary key,
  offer_id uuid not null unique references app.offers on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  content_id uuid not null references app.contents on delete restrict,
  sha256 text not null,
  minimum_reading_seconds integer not null check (minimum_reading_seconds > 0),
  opened_at timestamptz,
  confirmed_at timestamptz
);
alter table app.cost_statements enable row level security;
create policy seen on app.cost_statements for select using (app.may_see(customer_id));
create policy made on app.cost_statements for insert to parley_customer, parley_system
  with check (app.may_see(customer_id) and opened_at is null and confirmed_at is null);
create policy read on app.cost_statements for update to parley_customer using (app.may_see(customer_id));
grant select on app.cost_statements to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, offer_id, customer_id, content_id, sha256, minimum_reading_seconds) on app.cost_statements
  to parley_customer, parley_system;
grant update (opened_at, confirmed_at) on app.cost_statements to parley_customer;

/* Both instants are now, by the clock: a time written by hand would shorten the reading. */
create function app.guard_cost_statement() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from app.offers o
        where o.id = new.offer_id and o.customer_id = new.customer_id and o.state = 'accepted')
      or not app.is_fresh_content(new.content_id, new.customer_id) then
      raise exception 'a cost statement is made with the acceptance of an offer' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.opened_at is not null and new.opened_at is distinct from old.opened_at
    or old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at then
    raise exception 'a cost statement is opened and confirmed once' using errcode = '42501';
  end if;
  if old.opened_at is null and new.opened_at <> app.app_now()
    or old.confirmed_at is null and new.confirmed_at <> app.app_now() then
    raise exception 'a cost statement is opened and confirmed now' using errcode = '42501';
  end if;
  if new.confirmed_at is not null and old.confirmed_at is null and coalesce(
      new.confirmed_at < old.opened_at + make_interval(secs => new.minimum_reading_seconds), true) then
    raise exception 'the reading time has not passed' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_reading before insert or update on app.cost_statements
  for each row execute function app.guard_cost_statement();

create table app.drafts (
  id uuid primary key,
  conversation_id uuid not null references app.conversations on delete restrict,
  case_id uuid references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  kind text not null check (kind in ('staff_reply', 'offer', 'agreement')),
  state text not null check (state in ('requested', 'analysing', 'drafting', 'checking', 'ready', 'approved',
    'sent', 'stale', 'returned', 'failed')),
  language text not null check (language in ('zh-Hans', 'en')),
  writer text not null check (writer in ('composer', 'model', 'person')),
  offer_id uuid references app.offers on delete restrict,
  agreement_id uuid references app.agreements on delete restrict,
  content_id uuid references app.contents on delete restrict,
  original_content_id uuid references app.contents on delete restrict,
  attachments uuid[] not null default '{}',
  -- Everything the text was made from: guard input without the text, citations, prompt and engine hashes.
  basis jsonb not null default '{}',
  guard_report_id uuid references app.guard_reports on delete restrict,
  sendable boolean not null default false,
  head_seq integer not null,
  requested_by text not null,
  maker_id uuid references app.staff on delete restrict,
  reason text,
  edit_distance integer,
  attempt integer not null default 1,
  attempt_until timestamptz,
  version integer not null default 1,
  created_at timestamptz not null default app.app_now(),
  updated_at timestamptz not null default app.app_now(),
  check (state <> 'ready' or (content_id is not null and guard_report_id is not null)),
  check ((kind = 'offer') = (offer_id is not null and agreement_id is null) or kind <> 'offer'),
  check ((kind = 'agreement') = (agreement_id is not null))
);
create index drafts_conversation on app.drafts (conversation_id, id);
create index drafts_open on app.drafts (attempt_until) where state in ('requested', 'analysing', 'drafting', 'checking');
alter table app.drafts enable row level security;
create policy seen on app.drafts for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy requested on app.drafts for insert to parley_staff, parley_system
  with check (app.may_see(customer_id) and state in ('requested', 'drafting', 'ready'));
create policy worked on app.drafts for update to parley_staff, parley_system using (app.may_see(customer_id));
grant select on app.drafts to parley_staff, parley_compliance, parley_system;
grant insert (id, conversation_id, case_id, customer_id, kind, state, language, writer, offer_id, agreement_id,
  content_id, original_content_id, attachments, basis, guard_report_id, sendable, head_seq, requested_by, maker_id,
  reason, attempt, attempt_until) on app.drafts to parley_staff, parley_system;
grant update (state, writer, content_id, original_content_id, attachments, basis, guard_report_id, sendable,
  head_seq, maker_id, reason, edit_distance, attempt, attempt_until, version, updated_at) on app.drafts
  to parley_staff, parley_system;

/* A draft belongs together, its maker is whoever wrote it last, and every change of it moves its version. */
create function app.guard_draft() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
declare
  maker uuid := case when app.actor_kind() = 'staff' then app.actor_id() end;
begin
  if new.sendable and not exists (
      select from app.guard_reports g where g.id = new.guard_report_id and g.content_id = new.content_id and g.sendable)
  then
    raise exception 'a draft is sendable only by a guard report on its own content' using errcode = '23514';
  end if;
  if tg_op = 'INSERT' then
    if not exists (select from app.conversations c where c.id = new.conversation_id and c.customer_id = new.customer_id)
      or new.case_id is not null and not exists (select from app.cases k
        where k.id = new.case_id and k.conversation_id = new.conversation_id and k.customer_id = new.customer_id)
      or new.offer_id is not null and not exists (select from app.offers o
        where o.id = new.offer_id and o.case_id = new.case_id and o.customer_id = new.customer_id)
      or new.agreement_id is not null and not exists (select from app.agreements g
        where g.id = new.agreement_id and g.offer_id = new.offer_id and g.customer_id = new.customer_id) then
      raise exception 'a draft is for one customer, one case and its own offer' using errcode = '23514';
    end if;
    if new.maker_id is distinct from maker then
      raise exception 'the maker of a draft is whoever asked for it' using errcode = '42501';
    end if;
    return new;
  end if;
  if old.state in ('sent', 'returned', 'stale', 'failed') and new.state <> old.state then
    raise exception 'a draft that is % stays so', old.state using errcode = '23514';
  end if;
  if new.state = 'sent' and old.state <> 'sent' and not exists (
      select from app.messages m join app.approvals a on a.id = m.approval_id where a.draft_id = new.id) then
    raise exception 'a draft is sent only by a message' using errcode = '23514';
  end if;
  if new.version <= old.version and to_jsonb(new) - 'updated_at' <> to_jsonb(old) - 'updated_at' then
    raise exception 'a change of a draft moves its version' using errcode = '23514';
  end if;
  if (new.content_id, new.attachments) is distinct from (old.content_id, old.attachments) then
    if new.maker_id is distinct from maker then
      raise exception 'who changes the words of a draft becomes its maker' using errcode = '42501';
    end if;
  elsif new.maker_id is distinct from old.maker_id then
    raise exception 'the maker of a draft stays until its words change' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_draft before insert or update on app.drafts for each row execute function app.guard_draft();

-- An approval covers exact bytes for one recipient on one channel, until it expires. Never changed.
create table app.approvals (
  id uuid primary key,
  draft_id uuid not null references app.drafts on delete restrict,
  draft_version integer not null,
  case_id uuid references app.cases on delete restrict,
  conversation_id uuid not null references app.conversations on delete restrict,
  recipient_id uuid not null references app.customers on delete restrict,
  channel text not null,
  content_id uuid not null references app.contents on delete restrict,
  attachments uuid[] not null,
  offer_id uuid references app.offers on delete restrict,
  subject_id uuid not null references app.contents on delete restrict,
  subject_hash text not null check (subject_hash ~ '^[0-9a-f]{64}$'),
  head_seq integer not null,
  maker_id uuid references app.staff on delete restrict,
  approver_id uuid not null references app.staff on delete restrict,
  approver_role text not null,
  step integer not null,
  final boolean not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default app.app_now(),
  unique (draft_id, subject_hash, approver_id)
);
create index approvals_draft on app.approvals (draft_id);
alter table app.approvals enable row level security;
create policy seen on app.approvals for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(recipient_id));
create policy given on app.approvals for insert to parley_staff
  with check (app.may_see(recipient_id) and approver_id = app.actor_id());
grant select on app.approvals to parley_staff, parley_compliance, parley_system;
grant insert (id, draft_id, draft_version, case_id, conversation_id, recipient_id, channel, content_id, attachments,
  offer_id, subject_id, subject_hash, head_seq, maker_id, approver_id, expires_at) on app.approvals to parley_staff;
create trigger keep before update or delete on app.approvals for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.approvals for each statement execute function app.refuse_change();

/* Holds an approval against the draft it is for, and decides from tables whether it is the last one needed. */
create function app.guard_approval() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
declare
  c app.conversations;
  d app.drafts;
  needed text := 'agent';
  wanted integer := 1;
  second text;
  own integer;
begin
  select * into c from app.conversations where id = new.conversation_id for update;
  select * into d from app.drafts where id = new.draft_id for update;
  if app.actor_kind() is distinct from 'staff' or new.approver_id is distinct from app.actor_id() then
    raise exception 'only a person approves, and only as themself' using errcode = '42501';
  end if;
  new.approver_role := app.staff_role();
  if d.state <> 'ready' or not d.sendable then
    raise exception 'the draft is not ready to be approved' using errcode = '23514';
  end if;
  if d.content_id <> new.content_id or d.version <> new.draft_version or d.attachments <> new.attachments
    or d.conversation_id <> new.conversation_id or d.case_id is distinct from new.case_id
    or d.offer_id is distinct from new.offer_id or d.maker_id is distinct from new.maker_id then
    raise exception 'the approval is for something other than the draft' using errcode = '23514';
  end if;
  if c.customer_id <> new.recipient_id or c.channel <> new.channel then
    raise exception 'the approval names another recipient or channel' using errcode = '23514';
  end if;
  if c.head_seq <> new.head_seq then
    raise exception 'the customer has written since' using errcode = '23514';
  end if;
  if new.expires_at <= app.app_now() or new.expires_at > app.app_now() + interval '24 hours' then
    raise exception 'an approval lasts at most 24 hours' using errcode = '23514';
  end if;
  if d.offer_id is not null then
    select authority, approvals, second_role into needed, wanted, second from app.offers where id = d.offer_id;
  end if;
  own := app.authority_rank(new.approver_role);
  if own = 0 and new.approver_role is distinct from second then
    raise exception 'the role % has no authority to approve', new.approver_role using errcode = '42501';
  end if;
  select count(*) + 1 into new.step from app.approvals a
    where a.draft_id = d.id and a.subject_hash = new.subject_hash;
  if wanted = 1 then
    new.final := own >= app.authority_rank(needed);
  else
    -- One with the authority and another in the second role, who did not make it; both of these very bytes.
    with given as (
      select a.approver_id, a.approver_role from app.approvals a
        where a.draft_id = d.id and a.subject_hash = new.subject_hash and a.draft_version = new.draft_version
          and a.content_id = new.content_id and a.attachments = new.attachments and a.head_seq = new.head_seq
          and a.expires_at = new.expires_at
      union all select new.approver_id, new.approver_role)
    select exists (
      select from given one join given other on other.approver_id <> one.approver_id
      where app.authority_rank(one.approver_role) >= app.authority_rank(needed)
        and other.approver_role = second and other.approver_id is distinct from d.maker_id) into new.final;
  end if;
  return new;
end $$;
create trigger guard_approval before insert on app.approvals for each row execute function app.guard_approval();

create table app.follow_ups (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  agreement_id uuid not null references app.agreements on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  kind text not null check (kind in ('reminder', 'return_visit')),
  code text not null,
  due_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'booked', 'done', 'missed', 'cancelled')),
  content_id uuid references app.contents on delete restrict,
  version integer not null default 1,
  unique (agreement_id, code),
  check ((kind = 'reminder') = (content_id is not null))
);
create index follow_ups_case on app.follow_ups (case_id);
alter table app.follow_ups enable row level security;
create policy seen on app.follow_ups for select using (app.may_see(customer_id));
create policy planned on app.follow_ups for insert to parley_staff, parley_system
  with check (app.may_see(customer_id) and state = 'planned');
create policy moved on app.follow_ups for update to parley_staff, parley_system using (app.may_see(customer_id));
create policy booked on app.follow_ups for update to parley_customer
  using (app.may_see(customer_id) and state = 'planned') with check (state = 'booked');
grant select on app.follow_ups to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, agreement_id, customer_id, kind, code, due_at, content_id) on app.follow_ups
  to parley_staff, parley_system;
grant update (state, version) on app.follow_ups to parley_staff, parley_system;
grant update (state) on app.follow_ups to parley_customer;

create table app.messages (
  id uuid primary key,
  conversation_id uuid not null references app.conversations on delete restrict,
  seq integer not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('inbound', 'staff_reply', 'offer', 'agreement', 'reminder',
    'assistant_answer', 'notice')),
  author_kind text not null check (author_kind in ('customer', 'staff', 'system')),
  author_id text not null,
  content_id uuid references app.contents on delete restrict,
  notice text check (notice ~ '^[a-z_]+$'),
  language text not null check (language in ('zh-Hans', 'en')),
  ai_written boolean not null default false,
  approval_id uuid unique references app.approvals on delete restrict,
  subject_hash text,
  attachments uuid[] not null default '{}',
  guard_report_id uuid references app.guard_reports on delete restrict,
  citations jsonb not null default '[]',
  action text,
  offer_id uuid references app.offers on delete restrict,
  agreement_id uuid references app.agreements on delete restrict,
  follow_up_id uuid unique references app.follow_ups on delete restrict,
  in_reply_to uuid references app.messages on delete restrict,
  created_at timestamptz not null default app.app_now(),
  unique (conversation_id, seq),
  check ((direction = 'in') = (kind = 'inbound')),
  check ((kind = 'notice') = (notice is not null)),
  check ((kind = 'notice') = (content_id is null)),
  check ((kind in ('staff_reply', 'offer', 'agreement')) = (approval_id is not null)),
  check (approval_id is not null or attachments = '{}'),
  check ((kind = 'reminder') = (follow_up_id is not null)),
  check (direction = 'out' or num_nonnulls(subject_hash, guard_report_id, offer_id, agreement_id, in_reply_to) = 0)
);
-- The assistant answers a message once, and says a notice to it once.
create unique index messages_answer on app.messages (in_reply_to, kind, coalesce(notice, ''))
  where in_reply_to is not null;
create index messages_content on app.messages (content_id);
alter table app.messages enable row level security;
create policy seen on app.messages for select using (exists (
  select from app.conversations c where c.id = conversation_id and app.may_see(c.customer_id)));
create policy received on app.messages for insert to parley_customer with check (
  direction = 'in' and author_kind = 'customer' and author_id = app.actor_id()::text
  and exists (select from app.conversations c where c.id = conversation_id and c.customer_id = app.actor_id()));
create policy written on app.messages for insert to parley_staff with check (
  author_kind = 'staff' and author_id = app.actor_id()::text and direction = 'out'
  and exists (select from app.conversations c where c.id = conversation_id and app.may_see(c.customer_id)));
create policy posted on app.messages for insert to parley_system with check (
  direction = 'in' and author_kind = 'customer' or direction = 'out' and author_kind = 'system');
grant select on app.messages to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, conversation_id, direction, kind, author_kind, author_id, content_id, notice, language, ai_written,
  approval_id, subject_hash, attachments, guard_report_id, citations, action, offer_id, agreement_id, follow_up_id,
  in_reply_to) on app.messages to parley_customer, parley_staff, parley_system;
create trigger keep before update or delete on app.messages for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.messages for each statement execute function app.refuse_change();

create policy seen_by_customer on app.contents for select to parley_customer using (
  customer_id = app.actor_id() and (
    exists (select from app.messages m where m.content_id = contents.id)
    or exists (select from app.cost_statements s where s.content_id = contents.id)
    or exists (select from app.agreements a where contents.id in
      (a.text_id, a.pdf_zh_id, a.pdf_en_id, a.confirmation_id) and a.state <> 'drafted')));

/* Gives a message its place in the conversation and refuses an outbound one without its right to go out. */
create function app.place_message() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
declare
  c app.conversations;
begin
  select * into c from app.conversations where id = new.conversation_id for update;
  if new.content_id is not null and not exists (
      select from app.contents x where x.id = new.content_id and x.customer_id = c.customer_id) then
    raise exception 'the content belongs to somebody else' using errcode = '42501';
  end if;
  if app.actor_kind() = 'customer' and not app.is_fresh_content(new.content_id, c.customer_id) then
    raise exception 'a customer sends words of their own' using errcode = '42501';
  end if;
  if new.offer_id is not null and not exists (
      select from app.offers o where o.id = new.offer_id and o.customer_id = c.customer_id)
    or new.agreement_id is not null and not exists (
      select from app.agreements g where g.id = new.agreement_id and g.customer_id = c.customer_id) then
    raise exception 'the offer belongs to somebody else' using errcode = '42501';
  end if;
  if new.kind in ('reminder', 'assistant_answer') and app.actor_kind() <> 'system' then
    raise exception 'only the assistant speaks without an approval' using errcode = '42501';
  end if;
  if new.kind in ('staff_reply', 'offer', 'agreement') then
    perform app.check_approved(new, c);
  elsif new.kind = 'reminder' then
    perform app.check_reminder(new);
  elsif new.kind = 'assistant_answer' then
    perform app.check_answer(new, c);
  end if;
  new.seq := c.last_seq + 1;
  update app.conversations set last_seq = new.seq, updated_at = app.app_now(),
    head_seq = case when new.direction = 'in' then new.seq else head_seq end
  where id = c.id;
  return new;
end $$;

create function app.check_approved(m app.messages, c app.conversations) returns void language plpgsql stable as $$
declare
  a app.approvals;
begin
  select * into a from app.approvals where id = m.approval_id and final;
  if not found then
    raise exception 'no final approval for this message' using errcode = '42501';
  end if;
  if a.content_id <> m.content_id or a.subject_hash is distinct from m.subject_hash
    or a.attachments <> m.attachments then
    raise exception 'these are not the approved bytes' using errcode = '42501';
  end if;
  if a.conversation_id <> m.conversation_id or a.recipient_id <> c.customer_id or a.channel <> c.channel then
    raise exception 'approved for another recipient or channel' using errcode = '42501';
  end if;
  if a.offer_id is distinct from m.offer_id or (m.kind = 'offer') <> (m.offer_id is not null and m.agreement_id is null)
    or (m.kind = 'agreement') <> (m.agreement_id is not null) then
    raise exception 'approved for another offer' using errcode = '42501';
  end if;
  if not exists (select from app.drafts d where d.id = a.draft_id and d.kind = m.kind
      and d.state in ('ready', 'approved') and d.version = a.draft_version and d.content_id = a.content_id
      and d.agreement_id is not distinct from m.agreement_id) then
    raise exception 'the draft was changed after its approval' using errcode = '42501';
  end if;
  if not exists (select from app.drafts d where d.id = a.draft_id and d.language = m.language
      and coalesce(d.basis -> 'citations', '[]') = m.citations and (d.writer <> 'person') = m.ai_written) then
    raise exception 'the sources and the label are those of the draft' using errcode = '42501';
  end if;
  if exists (select from app.messages sent join app.approvals b on b.id = sent.approval_id
      where b.draft_id = a.draft_id) then
    raise exception 'the draft was sent already' using errcode = '42501';
  end if;
  if a.expires_at <= app.app_now() then
    raise exception 'the approval has expired' using errcode = '42501';
  end if;
  if a.head_seq <> c.head_seq then
    raise exception 'the customer has written since the approval' using errcode = '42501';
  end if;
end $$;

create function app.check_reminder(m app.messages) returns void language plpgsql stable as $$
begin
  if not exists (
    select from app.follow_ups f
    join app.agreements g on g.id = f.agreement_id and g.state = 'confirmed'
    join app.messages sent on sent.agreement_id = g.id and sent.kind = 'agreement'
    where f.id = m.follow_up_id and f.kind = 'reminder' and f.content_id = m.content_id
      and f.state = 'booked' and f.due_at <= app.app_now() and g.id is not distinct from m.agreement_id
      and sent.conversation_id = m.conversation_id and f.content_id = any (sent.attachments)) then
    raise exception 'a reminder needs an agreement and words approved with it' using errcode = '42501';
  end if;
end $$;

create function app.check_answer(m app.messages, c app.conversations) returns void language plpgsql stable as $$
declare
  g app.guard_reports;
begin
  select * into g from app.guard_reports where id = m.guard_report_id;
  if not found or not g.sendable or g.content_id <> m.content_id then
    raise exception 'an answer needs a clean guard report on its own words' using errcode = '42501';
  end if;
  if m.offer_id is not null or m.agreement_id is not null then
    raise exception 'the assistant carries no offer' using errcode = '42501';
  end if;
  if c.hand_off = 'joined' or (select stopped from app.stop_switch order by id desc limit 1) then
    raise exception 'the assistant is silent while a person is here, and while it is stopped' using errcode = '42501';
  end if;
  if exists (select from jsonb_array_elements(m.citations) as cited (source)
      where not coalesce(cited.source ->> 'ref' = any (g.clause_refs), false)) then
    raise exception 'an answer cites what its guard report covers' using errcode = '42501';
  end if;
  if exists (select from unnest(g.clause_refs) as ref (id)
      where not exists (
        select from app.policy_clauses p join app.policy_versions v on v.id = p.version_id
        where v.id = split_part(ref.id, ' ', 1)::uuid and p.clause_id = split_part(ref.id, ' ', 2)
          and v.audience = 'public' and v.state in ('published', 'superseded')
          and v.effective_from <= app.bank_date() and (v.effective_to is null or v.effective_to > app.bank_date()))
    ) then
    raise exception 'an answer rests on public clauses in force only' using errcode = '42501';
  end if;
end $$;
create trigger place_message before insert on app.messages for each row execute function app.place_message();

create function app.guard_agreement() returns trigger language plpgsql security definer
  set search_path = app, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not exists (select from app.offers o join app.cost_statements s on s.offer_id = o.id
        where o.id = new.offer_id and o.case_id = new.case_id and o.customer_id = new.customer_id
          and o.state = 'accepted' and s.confirmed_at is not null) then
      raise exception 'an agreement is written on an accepted offer whose cost statement was confirmed'
        using errcode = '42501';
    end if;
    return new;
  end if;
  if (new.state <> 'confirmed' or old.state = 'confirmed')
    and (new.confirmation_id, new.confirmed_at) is distinct from (old.confirmation_id, old.confirmed_at) then
    raise exception 'the confirmation of an agreement stays' using errcode = '42501';
  end if;
  if new.state = old.state then return new; end if;
  if (old.state, new.state) not in (('drafted', 'delivered'), ('drafted', 'cancelled'), ('delivered', 'confirmed'),
      ('delivered', 'cancelled'), ('confirmed', 'broken'), ('confirmed', 'completed'), ('confirmed', 'cancelled')) then
    raise exception 'an agreement cannot go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if new.state in ('delivered', 'confirmed') and not exists (
      select from app.messages m where m.agreement_id = new.id and m.kind = 'agreement') then
    raise exception 'an agreement is delivered only by an approved message' using errcode = '42501';
  end if;
  if new.state = 'confirmed' then
    if app.actor_kind() is distinct from 'customer' then
      raise exception 'only the customer confirms an agreement' using errcode = '42501';
    end if;
    if new.confirmed_at is distinct from app.app_now()
      or not app.is_fresh_content(new.confirmation_id, new.customer_id) then
      raise exception 'an agreement is confirmed now, with its evidence' using errcode = '42501';
    end if;
    if not exists (select from app.cost_statements s where s.offer_id = new.offer_id and s.confirmed_at is not null) then
      raise exception 'the cost statement was not confirmed' using errcode = '42501';
    end if;
    if not exists (select from app.messages m join app.conversations c on c.id = m.conversation_id
        where m.agreement_id = new.id and m.kind = 'agreement' and c.verified_until > app.app_now()) then
      raise exception 'identity is not verified' using errcode = '42501';
    end if;
  end if;
  return new;
end $$;
create trigger guard_agreement before insert or update on app.agreements for each row execute function app.guard_agreement();

create table app.message_ratings (
  message_id uuid primary key references app.messages on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  helpful boolean not null,
  reason_id uuid references app.contents on delete restrict,
  created_at timestamptz not null default app.app_now()
);
create table app.conversation_ratings (
  conversation_id uuid primary key references app.conversations on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  score integer not null check (score between 1 and 5),
  comment_id uuid references app.contents on delete restrict,
  created_at timestamptz not null default app.app_now()
);
alter table app.message_ratings enable row level security;
create policy seen on app.message_ratings for select using (app.may_see(customer_id));
create policy given on app.message_ratings for insert to parley_customer with check (customer_id = app.actor_id());
create policy changed on app.message_ratings for update to parley_customer using (customer_id = app.actor_id());
grant select on app.message_ratings to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (message_id, customer_id, helpful, reason_id), update (helpful, reason_id) on app.message_ratings
  to parley_customer;
alter table app.conversation_ratings enable row level security;
create policy seen on app.conversation_ratings for select using (app.may_see(customer_id));
create policy given on app.conversation_ratings for insert to parley_customer with check (customer_id = app.actor_id());
create policy changed on app.conversation_ratings for update to parley_customer using (customer_id = app.actor_id());
grant select on app.conversation_ratings to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (conversation_id, customer_id, score, comment_id), update (score, comment_id)
  on app.conversation_ratings to parley_customer;

-- While stopped, the assistant is silent and nothing is drafted by machine.
create table app.stop_switch (
  id uuid primary key,
  stopped boolean not null,
  reason text not null,
  set_by uuid not null references app.staff on delete restrict,
  set_at timestamptz not null default app.app_now()
);
alter table app.stop_switch enable row level security;
create policy seen on app.stop_switch for select using (true);
create policy thrown on app.stop_switch for insert to parley_compliance, parley_staff
  with check (set_by = app.actor_id() and app.staff_role() in ('compliance', 'admin'));
grant select on app.stop_switch to parley_customer, parley_staff, parley_compliance, parley_system;
grant insert (id, stopped, reason, set_by) on app.stop_switch to parley_compliance, parley_staff;
