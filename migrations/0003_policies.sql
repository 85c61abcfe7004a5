-- The bank's policies: a document has versions, a version is cut into clauses, a clause can be found and cited.
create table app.policy_documents (
  id text primary key check (id ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(id) <= 80),
  owner text not null,
  created_at timestamptz not null default app.app_now()
);

create table app.policy_versions (
  id uuid primary key,
  document_id text not null references app.policy_documents on delete restrict,
  version integer not null check (version > 0),
  state text not null default 'draft'
    check (state in ('draft', 'in_review', 'published', 'superseded', 'withdrawn')),
  title text not null,
  lang text not null check (lang in ('zh', 'en')),
  audience text not null check (audience in ('public', 'internal')),
  jurisdiction text not null,
  products text[] not null,
  source text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  effective_from date not null,
  effective_to date,
  ingested_by text not null,
  recorded_at timestamptz not null default app.app_now(),
  submitted_by uuid references app.staff on delete restrict,
  published_by uuid references app.staff on delete restrict,
  published_at timestamptz,
  withdrawn_by uuid references app.staff on delete restrict,
  withdrawn_at timestamptz,
  unique (document_id, version),
  unique (document_id, content_hash),
  check (effective_to > effective_from),
  check (state in ('draft', 'withdrawn') or submitted_by is not null),
  check (state in ('draft', 'in_review', 'withdrawn') or published_at is not null),
  check ((published_at is null) = (published_by is null)),
  check (published_by <> submitted_by),
  check ((state = 'withdrawn') = (withdrawn_at is not null)),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  -- At most one version of a document rules on any day. The hash stands in for equality of text.
  exclude using gist (
    int8range(hashtextextended(document_id, 0), hashtextextended(document_id, 0), '[]') with &&,
    daterange(effective_from, effective_to) with &&
  ) where (state in ('published', 'superseded'))
);

/* Draft may change; after that only the state moves on, and the end of validity may come closer. */
create function app.keep_policy_version() returns trigger language plpgsql as $$
declare
  moving text[] := array['state', 'effective_to', 'submitted_by', 'published_by', 'published_at',
    'withdrawn_by', 'withdrawn_at'];
  person boolean := app.actor_kind() = 'staff';
begin
  if new.state <> old.state and (old.state, new.state) not in (
    ('draft', 'in_review'), ('in_review', 'draft'), ('in_review', 'published'), ('published', 'superseded'),
    ('draft', 'withdrawn'), ('in_review', 'withdrawn'), ('published', 'withdrawn'), ('superseded', 'withdrawn'))
  then
    raise exception 'a policy version does not go from % to %', old.state, new.state using errcode = '23514';
  end if;
  if new.id <> old.id or new.document_id <> old.document_id or new.version <> old.version then
    raise exception 'a policy version keeps its identity' using errcode = '42501';
  end if;
  if old.state <> 'draft' and to_jsonb(new) - moving <> to_jsonb(old) - moving then
    raise exception 'a policy version is not changed after it was submitted' using errcode = '42501';
  end if;
  if old.state <> 'draft' and new.effective_to is distinct from old.effective_to
    and (new.state not in ('published', 'superseded')
      or coalesce(new.effective_to > old.effective_to, new.effective_to is null)) then
    raise exception 'the validity of a policy version is only ever shortened' using errcode = '42501';
  end if;
  if new.state = 'in_review' and old.state = 'draft'
    and (not person or new.submitted_by is distinct from app.actor_id()) then
    raise exception 'a person submits a policy version in their own name' using errcode = '42501';
  end if;
  if old.state <> 'draft' and new.state <> 'draft' and new.submitted_by is distinct from old.submitted_by then
    raise exception 'who submitted a policy version stays' using errcode = '42501';
  end if;
  if new.state = 'published' and old.state = 'in_review' then
    if not person or new.published_by is distinct from app.actor_id() then
      raise exception 'a person publishes a policy version in their own name' using errcode = '42501';
    end if;
  elsif new.published_by is distinct from old.published_by
    or new.published_at is distinct from old.published_at then
    raise exception 'who published a policy version, and when, stays' using errcode = '42501';
  end if;
  if old.state <> 'withdrawn' and new.state = 'withdrawn'
    and (not person or new.withdrawn_by is distinct from app.actor_id()) then
    raise exception 'a person withdraws a policy version in their own name' using errcode = '42501';
  end if;
  if old.state = 'withdrawn' and new <> old then
    raise exception 'a withdrawn policy version stays as it is' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep before update on app.policy_versions
  for each row execute function app.keep_policy_version();
create trigger keep_rows before delete on app.policy_versions
  for each row execute function app.refuse_change();
create trigger keep_all before truncate on app.policy_versions
  for each statement execute function app.refuse_change();

/* A new row starts as a draft, so that every later state has passed the trigger above. */
create function app.start_policy_version() returns trigger language plpgsql as $$
begin
  if new.state <> 'draft' or new.submitted_by is not null or new.published_by is not null
    or new.withdrawn_by is not null then
    raise exception 'a policy version starts as a draft' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger start before insert on app.policy_versions
  for each row execute function app.start_policy_version();

-- `clause_id` (document#number) is what a citation names; it repeats in each version that has the clause.
-- `terms` and `titled_terms` hold the tf part of BM25 (retrieval.md): the first for long questions, the
-- second, with the headings repeated and character n-grams added, for short ones.
create table app.policy_clauses (
  id uuid primary key,
  version_id uuid not null references app.policy_versions on delete restrict,
  clause_id text not null,
  ordinal integer not null check (ordinal >= 0),
  number text not null,
  heading text not null,
  path text[] not null,
  body text not null check (length(body) > 0),
  page integer,
  is_table boolean not null default false,
  check_by_eye boolean not null default false,
  terms sparsevec(536870912) not null,
  titled_terms sparsevec(536870912) not null,
  plain_length integer not null,
  titled_length integer not null,
  gram_length integer not null,
  generation integer not null,
  embedding vector,
  embedding_model text,
  unique (version_id, clause_id),
  unique (version_id, ordinal),
  check ((embedding is null) = (embedding_model is null))
);
create index policy_clauses_citation on app.policy_clauses (clause_id);

/* The words of a clause are fixed once its version has left the draft; its index entries may be rebuilt. */
create function app.keep_policy_clause() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and
    (new.id, new.version_id, new.clause_id, new.ordinal, new.number, new.heading, new.path, new.body, new.page,
      new.is_table, new.check_by_eye)
    is not distinct from
    (old.id, old.version_id, old.clause_id, old.ordinal, old.number, old.heading, old.path, old.body, old.page,
      old.is_table, old.check_by_eye)
  then
    return new;
  end if;
  perform 1 from app.policy_versions v
    where v.id = (case when tg_op = 'DELETE' then old.version_id else new.version_id end) and v.state = 'draft'
    for share;
  if not found or (tg_op = 'UPDATE' and new.version_id <> old.version_id) then
    raise exception 'the clauses of a submitted policy version are never changed' using errcode = '42501';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger keep before insert or update or delete on app.policy_clauses
  for each row execute function app.keep_policy_clause();
create trigger keep_all before truncate on app.policy_clauses
  for each statement execute function app.refuse_change();

-- In how many published clauses of a language a term occurs.
create table app.term_stats (
  lang text not null check (lang in ('zh', 'en')),
  hash integer not null,
  df integer not null check (df >= 0),
  primary key (lang, hash)
);

-- One row a language. Means are frozen for a generation, the sums are current; past 10 % drift the index is rebuilt.
create table app.corpus_stats (
  lang text primary key check (lang in ('zh', 'en')),
  generation integer not null default 1,
  clauses integer not null default 0,
  mean_plain double precision not null default 0,
  mean_titled double precision not null default 0,
  mean_grams double precision not null default 0,
  sum_plain bigint not null default 0,
  sum_titled bigint not null default 0,
  sum_grams bigint not null default 0
);
insert into app.corpus_stats (lang) values ('zh'), ('en');

/* Who keeps the policies: policy owners, compliance and administrators. */
create function app.keeps_policies() returns boolean language sql stable as $$
  select app.actor_kind() = 'system' or coalesce(app.staff_role() in ('policy_owner', 'compliance', 'admin'), false)
$$;

alter table app.policy_documents enable row level security;
create policy read_all on app.policy_documents for select
  to parley_staff, parley_compliance, parley_system using (true);
create policy file on app.policy_documents for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies()));
create policy rename on app.policy_documents for update
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select, insert (id, owner), update (owner) on app.policy_documents
  to parley_staff, parley_compliance, parley_system;

alter table app.policy_versions enable row level security;
create policy read_public on app.policy_versions for select to parley_customer
  using (audience = 'public' and state in ('published', 'superseded'));
create policy read_all on app.policy_versions for select
  to parley_staff, parley_compliance, parley_system using (true);
create policy file on app.policy_versions for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies()));
create policy move on app.policy_versions for update
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select on app.policy_versions to parley_customer;
grant select,
  insert (id, document_id, version, title, lang, audience, jurisdiction, products, source, content_hash,
    effective_from, effective_to, ingested_by),
  update (title, lang, audience, jurisdiction, products, source, content_hash, effective_from, effective_to,
    ingested_by, state, submitted_by, published_by, published_at, withdrawn_by, withdrawn_at)
  on app.policy_versions to parley_staff, parley_compliance, parley_system;

alter table app.policy_clauses enable row level security;
create policy read_public on app.policy_clauses for select to parley_customer
  using (exists (select from app.policy_versions v where v.id = version_id));
create policy read_all on app.policy_clauses for select
  to parley_staff, parley_compliance, parley_system using (true);
create policy file on app.policy_clauses for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies()));
create policy reindex on app.policy_clauses for update
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
create policy recut on app.policy_clauses for delete
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select on app.policy_clauses to parley_customer;
grant select, delete,
  insert (id, version_id, clause_id, ordinal, number, heading, path, body, page, is_table, check_by_eye,
    terms, titled_terms, plain_length, titled_length, gram_length, generation),
  update (terms, titled_terms, plain_length, titled_length, gram_length, generation, embedding, embedding_model)
  on app.policy_clauses to parley_staff, parley_compliance, parley_system;

alter table app.term_stats enable row level security;
create policy read_all on app.term_stats for select using (true);
create policy add on app.term_stats for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies()));
create policy recount on app.term_stats for update
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select on app.term_stats to parley_customer;
grant select, insert (lang, hash, df), update (df) on app.term_stats
  to parley_staff, parley_compliance, parley_system;

alter table app.corpus_stats enable row level security;
create policy read_all on app.corpus_stats for select using (true);
create policy recount on app.corpus_stats for update
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select on app.corpus_stats to parley_customer;
grant select, update (generation, clauses, mean_plain, mean_titled, mean_grams, sum_plain, sum_titled, sum_grams)
  on app.corpus_stats to parley_staff, parley_compliance, parley_system;

-- What the bank and its customers call the same thing, in both languages, folded for matching; the first
-- name of each language is the bank's own. Questions are widened by it.
create table app.glossary_terms (
  id uuid primary key,
  zh text[] not null check (cardinality(zh) > 0),
  en text[] not null check (cardinality(en) > 0)
);
alter table app.glossary_terms enable row level security;
create policy read_all on app.glossary_terms for select using (true);
create policy file on app.glossary_terms for insert
  to parley_staff, parley_compliance, parley_system with check ((select app.keeps_policies()));
create policy clear on app.glossary_terms for delete
  to parley_staff, parley_compliance, parley_system using ((select app.keeps_policies()));
grant select on app.glossary_terms to parley_customer;
grant select, insert (id, zh, en), delete on app.glossary_terms
  to parley_staff, parley_compliance, parley_system;
