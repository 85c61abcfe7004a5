create table app.eval_runs (
  id uuid primary key,
  suite text not null,
  writer text not null check (writer in ('composer', 'model')),
  started_at timestamptz not null,
  finished_at timestamptz not null,
  hashes jsonb not null,
  p95_ms numeric not null,
  result_sha256 text not null unique,
  imported_at timestamptz not null default app.app_now()
);
create table app.eval_items (
  run_id uuid not null references app.eval_runs on delete restrict,
  item_id text not null,
  lang text not null check (lang in ('zh-Hans', 'en')),
  outcome text not null check (outcome in ('passed', 'failed', 'not_evaluated')),
  input text not null,
  output text not null,
  checks jsonb not null,
  primary key (run_id, item_id)
);
create table app.eval_reviews (
  id uuid primary key,
  run_id uuid not null,
  item_id text not null,
  reviewer_id uuid not null references app.staff on delete restrict,
  mark text not null check (mark in ('agree', 'disagree', 'unsure')),
  comment text not null default '',
  created_at timestamptz not null default app.app_now(),
  foreign key (run_id, item_id) references app.eval_items on delete restrict
);
create index eval_reviews_item on app.eval_reviews (run_id, item_id);

alter table app.eval_runs enable row level security;
create policy read_all on app.eval_runs for select to parley_compliance, parley_system using (true);
create policy read_admin on app.eval_runs for select to parley_staff using (app.staff_role() = 'admin');
create policy imported on app.eval_runs for insert to parley_system with check (true);
grant select on app.eval_runs to parley_staff, parley_compliance, parley_system;
grant insert (id, suite, writer, started_at, finished_at, hashes, p95_ms, result_sha256) on app.eval_runs
  to parley_system;

alter table app.eval_items enable row level security;
create policy read_all on app.eval_items for select to parley_compliance, parley_system using (true);
create policy read_admin on app.eval_items for select to parley_staff using (app.staff_role() = 'admin');
create policy imported on app.eval_items for insert to parley_system with check (true);
grant select on app.eval_items to parley_staff, parley_compliance, parley_system;
grant insert (run_id, item_id, lang, outcome, input, output, checks) on app.eval_items to parley_system;

alter table app.eval_reviews enable row level security;
create policy read_all on app.eval_reviews for select to parley_compliance, parley_system using (true);
create policy read_admin on app.eval_reviews for select to parley_staff using (app.staff_role() = 'admin');
create policy own on app.eval_reviews for insert to parley_compliance
  with check (reviewer_id = app.actor_id() and app.staff_role() = 'compliance');
grant select on app.eval_reviews to parley_staff, parley_compliance, parley_system;
grant insert (id, run_id, item_id, reviewer_id, mark, comment) on app.eval_reviews to parley_compliance;
create trigger keep before update or delete on app.eval_reviews for each row execute function app.refuse_change();
