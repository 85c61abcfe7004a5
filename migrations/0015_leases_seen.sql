/* A suggested reply must not replace a draft that somebody is editing: whoever prepares it sees who holds it. */
create policy seen_by_system on app.draft_leases for select to parley_system using (app.actor_kind() = 'system');
grant select on app.draft_leases to parley_system;
