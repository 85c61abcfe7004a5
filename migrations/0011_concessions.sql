-- Which debt a run of the engine was for, which member of staff asked, and why where the schedule was left.
alter table app.offer_sets
  add column account_id uuid references app.accounts on delete restrict,
  add column asked_by uuid references app.staff on delete restrict,
  add column reason_id uuid references app.contents on delete restrict;
create index offer_sets_account on app.offer_sets (account_id, id);
-- When an offer was put to the customer and when they took it: written by the state's own guard, never by hand.
alter table app.offers
  add column sent_at timestamptz,
  add column accepted_at timestamptz;
create index offers_customer on app.offers (customer_id, state);

update app.offer_sets s set account_id = (select a.id from app.accounts a
  where a.customer_id = s.customer_id and a.product <> 'wealth'
  order by a.days_past_due desc, a.principal desc, a.id limit 1);
update app.offers o set
  sent_at = (select min(m.created_at) from app.messages m where m.offer_id = o.id and m.kind = 'offer'),
  accepted_at = (select min(e.at) from app.audit_entries e
    where e.action = 'offer.accepted' and e.subject_id = o.id::text and o.state = 'accepted')
where o.state <> 'proposed';

-- Offers come from the engine alone: who may write them could write their own authority.
revoke insert on app.offer_sets, app.offers from parley_staff;
drop policy computed on app.offer_sets;
create policy computed on app.offer_sets for insert to parley_system with check (app.actor_job() = 'proposal');
drop policy computed on app.offers;
create policy computed on app.offers for insert to parley_system
  with check (app.actor_job() = 'proposal' and state = 'proposed');
grant insert (account_id, asked_by, reason_id) on app.offer_sets to parley_system;

/* A run belongs to one customer, their case and their account; an offer says what the run it comes from said. */
create function app.guard_proposal() returns trigger language plpgsql stable security definer
  set search_path = app, pg_temp as $$
begin
  if tg_table_name = 'offer_sets' then
    if not exists (select from app.cases k where k.id = new.case_id and k.customer_id = new.customer_id)
      or not exists (select from app.accounts a where a.id = new.account_id and a.customer_id = new.customer_id)
      or new.reason_id is not null and not exists (
        select from app.contents x where x.id = new.reason_id and x.customer_id = new.customer_id) then
      raise exception 'a run of the engine is for one customer, one case and one account of theirs'
        using errcode = '42501';
    end if;
    return new;
  end if;
  if not exists (select from app.offer_sets s
      where s.id = new.offer_set_id and s.case_id = new.case_id and s.customer_id = new.customer_id
        and s.result -> 'offers' -> new.ord ->> 'authority' = new.authority
        and s.result -> 'offers' -> new.ord -> 'schedule' = new.terms -> 'schedule') then
    raise exception 'an offer says what the engine said' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_proposal before insert on app.offer_sets for each row execute function app.guard_proposal();
create trigger guard_proposal before insert on app.offers for each row execute function app.guard_proposal();

create function app.note_offer_times() returns trigger language plpgsql volatile set search_path = app, pg_temp as $$
begin
  if new.state = 'sent' and old.state <> 'sent' then new.sent_at := app.app_now(); end if;
  if new.state = 'accepted' and old.state <> 'accepted' then new.accepted_at := app.app_now(); end if;
  return new;
end $$;
create trigger note_times before update of state on app.offers for each row execute function app.note_offer_times();

-- Who gave what for what, one row a run that found offers. A concession counts once one of its offers was sent.
create table app.concessions (
  offer_set_id uuid primary key references app.offer_sets on delete restrict,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  account_id uuid not null references app.accounts on delete restrict,
  round integer not null check (round >= 0),
  -- The terms the customer asked for, and what they laid beside them.
  request jsonb,
  inside boolean,
  rules text[] not null default '{}',
  received text check (received in ('documents', 'down_payment', 'direct_debit', 'shorter_term')),
  -- Values to the bank in minor units: internal. Nothing was on the table before a first offer.
  table_value bigint,
  given bigint not null check (given >= 0),
  held_by text[] not null default '{}',
  warnings text[] not null default '{}',
  created_at timestamptz not null default app.app_now()
);
create index concessions_account on app.concessions (account_id, created_at);
create index concessions_customer on app.concessions (customer_id);
alter table app.concessions enable row level security;
create policy seen on app.concessions for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy made on app.concessions for insert to parley_system with check (
  app.actor_job() = 'proposal' and exists (select from app.offer_sets s
    where s.id = offer_set_id and s.case_id = concessions.case_id and s.customer_id = concessions.customer_id
      and s.account_id = concessions.account_id));
grant select on app.concessions to parley_staff, parley_compliance, parley_system;
grant insert (offer_set_id, case_id, customer_id, account_id, round, request, inside, rules, received, table_value,
  given, held_by, warnings) on app.concessions to parley_system;
create trigger keep before update or delete on app.concessions for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.concessions for each statement execute function app.refuse_change();
