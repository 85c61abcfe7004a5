-- Which placeholder stands for whom in a conversation: sealed under the customer's key, for the machine and the team alone.
create table app.conversation_masks (
  conversation_id uuid primary key references app.conversations on delete restrict,
  customer_id uuid not null references app.customers on delete restrict,
  sealed bytea not null,
  version integer not null default 1,
  updated_at timestamptz not null default app.app_now()
);
create index conversation_masks_customer on app.conversation_masks (customer_id);

/* Whether the actor is the machine, or in the team that the conversation's customer belongs to. */
create function app.masks_for(conversation uuid, customer uuid) returns boolean language sql stable security definer
  set search_path = app, pg_temp as $$
  select exists (select from app.conversations v join app.customers c on c.id = v.customer_id
    where v.id = conversation and c.id = customer
      and (app.actor_kind() = 'system' or c.team_id = any (app.staff_teams())))
$$;
alter table app.conversation_masks enable row level security;
create policy own_team on app.conversation_masks to parley_staff, parley_system
  using (app.masks_for(conversation_id, customer_id)) with check (app.masks_for(conversation_id, customer_id));
grant select, insert (conversation_id, customer_id, sealed), update (sealed, version, updated_at)
  on app.conversation_masks to parley_staff, parley_system;
