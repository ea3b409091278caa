/** 操作留痕: append-only, hash-chained within a region. `trail_head` is locked while an event is appended. */
export const trail: readonly string[] = [
  `create table trail_head (
    region_id text primary key references region,
    sequence bigint not null default 0,
    hash text not null default ''
  )`,
  `create table event (
    region_id text not null references region,
    sequence bigint not null,
    happened_at timestamptz not null,
    account_id uuid,
    account_name text not null,
    role text,
    action text not null,
    unit_id uuid,
    unit_path text,
    filing_id uuid,
    version integer,
    revision bigint,
    data jsonb not null default '{}',
    previous_hash text not null,
    hash text not null,
    primary key (region_id, sequence)
  )`,
  'create index event_filing on event (region_id, filing_id, sequence)',
  // The same save sent twice, because its answer was lost on the way, is recorded once.
  "create unique index event_change on event (region_id, filing_id, (data->>'changeId')) where data->>'changeId' is not null",
  `create function refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception 'the trail is append-only';
  end $$`,
  'create trigger event_append_only before update or delete on event for each row execute function refuse_change()',
  'create trigger event_no_truncate before truncate on event for each statement execute function refuse_change()',
]
