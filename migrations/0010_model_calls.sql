/* Every call of a model: what for, what it used, how it ended. It is opened with the most it may use, so that
   calls under way count against the day's budget, and it is ended once. */
create table app.model_calls (
  id uuid primary key,
  purpose text not null check (purpose in ('reply', 'repair', 'reading')),
  draft_id uuid references app.drafts on delete restrict,
  conversation_id uuid not null references app.conversations on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  prompt text not null,
  prompt_hash text not null,
  model text not null,
  region text not null,
  reserved_tokens integer not null check (reserved_tokens > 0),
  answered_by text,
  input_tokens integer check (input_tokens >= 0),
  output_tokens integer check (output_tokens >= 0),
  -- Millionths of a minor unit: prices are minor units a million tokens.
  cost_micro bigint check (cost_micro >= 0),
  fault text,
  took_ms integer check (took_ms >= 0),
  created_at timestamptz not null default app.app_now(),
  ended_at timestamptz
);
create index model_calls_draft on app.model_calls (draft_id);
create index model_calls_day on app.model_calls (created_at);
alter table app.model_calls enable row level security;
create policy seen on app.model_calls for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy opened on app.model_calls for insert to parley_staff, parley_system
  with check (app.may_see(customer_id));
create policy ended on app.model_calls for update to parley_system using (true);
grant select on app.model_calls to parley_staff, parley_compliance, parley_system;
grant insert (id, purpose, draft_id, conversation_id, customer_id, prompt, prompt_hash, model, region,
  reserved_tokens) on app.model_calls to parley_staff, parley_system;
grant update (answered_by, input_tokens, output_tokens, cost_micro, fault, took_ms, ended_at) on app.model_calls
  to parley_system;

/* A call is for one customer's own conversation and draft; a person's is for a draft, and books no more than one can use. */
create function app.guard_model_call() returns trigger language plpgsql stable security definer
  set search_path = app, pg_temp as $$
begin
  if not exists (select from app.conversations c where c.id = new.conversation_id and c.customer_id = new.customer_id)
    or new.draft_id is not null and not exists (select from app.drafts d
      where d.id = new.draft_id and d.conversation_id = new.conversation_id and d.customer_id = new.customer_id)
    or app.actor_kind() = 'staff' and (new.draft_id is null or new.purpose = 'reading') then
    raise exception 'a model call is for one conversation and its own draft' using errcode = '42501';
  end if;
  if new.reserved_tokens > 200000 then
    raise exception 'a model call books at most 200000 tokens' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger guard_call before insert on app.model_calls for each row execute function app.guard_model_call();

create function app.keep_ended_call() returns trigger language plpgsql volatile set search_path = app, pg_temp as $$
begin
  if old.ended_at is not null then
    raise exception 'a model call that has ended stays as it is' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_ended before update on app.model_calls for each row execute function app.keep_ended_call();

/* What all calls since an instant have used, whoever made them; a call not ended counts with all it may use. */
create function app.model_use(since timestamptz) returns table (tokens bigint, cost_micro bigint)
  language sql stable security definer set search_path = app, pg_temp as $$
  select coalesce(sum(case when ended_at is null then reserved_tokens
      else coalesce(input_tokens, 0) + coalesce(output_tokens, 0) end), 0)::bigint,
    coalesce(sum(c.cost_micro), 0)::bigint
  from app.model_calls c where c.created_at >= since
$$;

alter table app.drafts
  add column brief_id uuid references app.contents on delete restrict,
  -- What staff asked to be different; sealed, for it is a person's own words. `reason` holds codes only.
  add column wish_id uuid references app.contents on delete restrict,
  -- Why the composer wrote what a model was to write; null where nothing failed.
  add column fault text;
grant insert (brief_id, wish_id), update (fault) on app.drafts to parley_staff, parley_system;
create index drafts_case on app.drafts (case_id);

-- Why an approver let a soft finding stand; sealed, for it is a person's own words.
alter table app.approvals add column reason_id uuid references app.contents on delete restrict;
grant insert (reason_id) on app.approvals to parley_staff;

/* The machine opens what a draft points at with rights wider than whoever asked for it: it must be that customer's. */
create function app.guard_own_words() returns trigger language plpgsql stable security definer
  set search_path = app, pg_temp as $$
declare
  given jsonb := to_jsonb(new);
  owner uuid := coalesce(given ->> 'customer_id', given ->> 'recipient_id')::uuid;
begin
  if exists (select from unnest(array[given ->> 'brief_id', given ->> 'wish_id', given ->> 'reason_id']) as said (id)
      where said.id is not null and not exists (
        select from app.contents x where x.id = said.id::uuid and x.customer_id = owner)) then
    raise exception 'the words belong to somebody else' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_own_words before insert on app.drafts for each row execute function app.guard_own_words();
create trigger guard_own_words before insert on app.approvals for each row execute function app.guard_own_words();

/* Who is editing a draft, for a minute at a time, so that two people do not write over one another. */
create table app.draft_leases (
  draft_id uuid primary key references app.drafts on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  holder_id uuid not null references app.staff on delete restrict,
  until timestamptz not null
);
alter table app.draft_leases enable row level security;
create policy seen on app.draft_leases for select to parley_staff using (app.may_see(customer_id));
create policy taken on app.draft_leases for insert to parley_staff
  with check (app.may_see(customer_id) and holder_id = app.actor_id()
    and app.staff_role() in ('agent', 'lead', 'manager', 'committee', 'risk')
    and until <= app.app_now() + interval '2 minutes'
    and exists (select from app.drafts d where d.id = draft_id and d.customer_id = draft_leases.customer_id));
create policy moved on app.draft_leases for update to parley_staff
  using (app.may_see(customer_id) and (holder_id = app.actor_id() or until <= app.app_now()
    or app.staff_role() in ('lead', 'manager')))
  with check (holder_id = app.actor_id() and until <= app.app_now() + interval '2 minutes');
create policy left_ on app.draft_leases for delete to parley_staff using (holder_id = app.actor_id());
grant select, insert (draft_id, customer_id, holder_id, until), update (holder_id, until), delete
  on app.draft_leases to parley_staff;
