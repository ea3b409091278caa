/**
 * The floor under all permissions. The server works as `hengxiao_app` with four settings per transaction:
 * app.region, app.account, app.role, app.path. Without them no row is seen. Business tables show the office's
 * subtree to business roles; people, offices and packs show to the administrators that keep them; the trail to its reader.
 */
const business =
  "current_setting('app.role', true) in ('preparer', 'headOfUnit', 'departmentReviewer', 'financeReviewer', 'performanceSection', 'publisher')"
const region = "region_id = nullif(current_setting('app.region', true), '')"
const inSubtree = "unit_path like nullif(current_setting('app.path', true), '') || '%'"
const ofFiling = (table: string) =>
  `exists (select 1 from filing where filing.region_id = ${table}.region_id and filing.filing_id = ${table}.filing_id)`

const byPath = ['filing', 'roster_entry', 'upload']
const byFiling = ['filing_version', 'flag', 'finding_answer', 'comment', 'proposed_score', 'evidence']
const ofRegion = [
  'region',
  'unit',
  'unit_lineage',
  'project',
  'project_lineage',
  'notice',
  'active_pack',
  'uploaded_pack',
  'stored_file',
  'trail_head',
]
const ofAdministrators = ['account', 'office']
const systemOnly = ['session', 'api_token', 'one_time_link']
const all = [...byPath, ...byFiling, ...ofRegion, ...ofAdministrators, 'ledger_amount', 'event']

export const rowSecurity: readonly string[] = [
  'do $$ begin create role hengxiao_app nologin; exception when duplicate_object then null; end $$',
  'grant hengxiao_app to current_user',
  'grant usage on schema public to hengxiao_app',
  ...all.map((table) => `grant select, insert on ${table} to hengxiao_app`),
  ...[
    ...byPath,
    ...byFiling,
    'unit',
    'project',
    'trail_head',
    'account',
    'office',
    'ledger_amount',
    'uploaded_pack',
    'region',
    'notice',
  ].map((table) => `grant update on ${table} to hengxiao_app`),
  ...['flag', 'ledger_amount', 'active_pack', 'proposed_score'].map(
    (table) => `grant delete on ${table} to hengxiao_app`,
  ),
  ...[...all, ...systemOnly].map((table) => `alter table ${table} enable row level security`),
  ...byPath.map(
    (table) => `create policy subtree on ${table} using (${region} and ${business} and ${inSubtree})`,
  ),
  ...byFiling.map(
    (table) => `create policy of_filing on ${table} using (${region} and ${business} and ${ofFiling(table)})`,
  ),
  ...ofRegion.map((table) => `create policy of_region on ${table} using (${region})`),
  `create policy of_unit on ledger_amount using (${region} and ${business} and exists (
    select 1 from unit where unit.region_id = ledger_amount.region_id and unit.unit_id = ledger_amount.unit_id
      and unit.path like nullif(current_setting('app.path', true), '') || '%'))`,
  ...ofAdministrators.map(
    (table) => `create policy administrators on ${table} using (${region} and
      (current_setting('app.role', true) in ('systemAdministrator', 'securityAdministrator')
        or account_id = nullif(current_setting('app.account', true), '')::uuid))`,
  ),
  `create policy append on event for insert with check (${region})`,
  `create policy own_subtree on event for select using (${region} and (
    current_setting('app.role', true) = 'trailReader' or (${business} and ${inSubtree})))`,
]
