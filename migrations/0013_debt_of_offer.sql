-- What a debt takes a month while it is kept to its contract, minor units; null is a question, never zero.
alter table app.accounts add column monthly_due bigint check (monthly_due >= 0);
grant insert (monthly_due), update (monthly_due) on app.accounts to parley_system;
create policy filled on app.accounts for update to parley_system
  using (app.actor_job() = 'seed' and monthly_due is null) with check (true);

-- The debt an offer is for: its letters, cost statement and reminders speak of this one, whatever else is owed.
alter table app.offers add column account_id uuid references app.accounts on delete restrict;
update app.offers o set account_id = coalesce(
  (select s.account_id from app.offer_sets s where s.id = o.offer_set_id),
  (select a.id from app.accounts a where a.customer_id = o.customer_id and a.product <> 'wealth'
    order by a.days_past_due desc, a.principal desc, a.id limit 1));
alter table app.offers alter column account_id set not null;
create index offers_account on app.offers (account_id, state);
grant insert (account_id) on app.offers to parley_system;

/* A run belongs to one customer, their case and their account; an offer says what the run it comes from said. */
create or replace function app.guard_proposal() returns trigger language plpgsql stable security definer
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
        and s.account_id = new.account_id
        and s.result -> 'offers' -> new.ord ->> 'authority' = new.authority
        and s.result -> 'offers' -> new.ord -> 'schedule' = new.terms -> 'schedule') then
    raise exception 'an offer says what the engine said' using errcode = '42501';
  end if;
  return new;
end $$;

-- Which of a customer's debts a case is about: named in a message of theirs or chosen by staff; the newest row counts.
create table app.case_debts (
  id uuid primary key,
  case_id uuid not null references app.cases on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  account_id uuid not null references app.accounts on delete restrict,
  message_id uuid references app.messages on delete restrict,
  chosen_by uuid references app.staff on delete restrict,
  chosen_at timestamptz not null default app.app_now(),
  check ((message_id is null) <> (chosen_by is null))
);
create index case_debts_case on app.case_debts (case_id, id);
create index case_debts_customer on app.case_debts (customer_id);
alter table app.case_debts enable row level security;
create policy seen on app.case_debts for select to parley_staff, parley_compliance, parley_system
  using (app.may_see(customer_id));
create policy chosen on app.case_debts for insert to parley_staff
  with check (app.may_see(customer_id) and chosen_by = app.actor_id());
create policy named on app.case_debts for insert to parley_system
  with check (app.actor_job() = 'first-line' and chosen_by is null);
grant select on app.case_debts to parley_staff, parley_compliance, parley_system;
grant insert (id, case_id, customer_id, account_id, message_id, chosen_by) on app.case_debts to parley_staff;
grant insert (id, case_id, customer_id, account_id, message_id) on app.case_debts to parley_system;

/* A case is about a debt of its own customer, named in a message of its own conversation. */
create function app.guard_case_debt() returns trigger language plpgsql stable security definer
  set search_path = app, pg_temp as $$
begin
  if not exists (select from app.cases k join app.accounts a on a.customer_id = k.customer_id
      where k.id = new.case_id and k.customer_id = new.customer_id and k.status <> 'closed'
        and a.id = new.account_id and a.product <> 'wealth'
        and (new.message_id is null or exists (select from app.messages m
          where m.id = new.message_id and m.conversation_id = k.conversation_id and m.direction = 'in'))) then
    raise exception 'an open case is about a debt of its own customer' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard_case_debt before insert on app.case_debts
  for each row execute function app.guard_case_debt();
create trigger keep before update or delete on app.case_debts for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.case_debts for each statement execute function app.refuse_change();
