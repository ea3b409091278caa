/**
 * The floor under all permissions. The server works as `hengxiao_app` with four settings per transaction:
 * app.region, app.account, app.role, app.path. Without them no row is seen. Business tables show the office's
 * subtree to business roles; people and offices show to the administrators that keep them and to oneself; the trail
 * to its reader. What is not granted here is refused, whatever the policies say.
 *
 * Settings stand in sub-selects, so that they are read once per question and not once per row. A path ends with `/`,
 * and `0` is the character after it: everything below lies between the two, whatever characters a code may hold,
 * and the index on the path serves.
 */
const setting = (name: string) => `(select nullif(current_setting('app.${name}', true), ''))`
const region = `region_id = ${setting('region')}`
const account = `${setting('account')}::uuid`
const isRole = (...roles: readonly string[]) =>
  `(select current_setting('app.role', true) in (${roles.map((role) => `'${role}'`).join(', ')}))`

const unitRoles = ['preparer', 'headOfUnit']
const bureauRoles = ['financeReviewer', 'performanceSection']
const business = isRole(...unitRoles, 'departmentReviewer', ...bureauRoles, 'publisher')
const keepsUnits = isRole('systemAdministrator')
const keepsPeople = isRole('systemAdministrator', 'securityAdministrator')

// Without the two strokes it is no path, and everything would lie above it.
const from = `(select case when current_setting('app.path', true) like '/%/' then current_setting('app.path', true) end)`
const until = "(select left(current_setting('app.path', true), -1) || '0')"
const within = (column: string) => `(${column} ~>=~ ${from} and ${column} ~<~ ${until})`
const ownUnit = (table: string) =>
  `exists (select 1 from unit below where below.region_id = ${table}.region_id and below.unit_id = ${table}.unit_id
    and ${within('below.path')})`
const ofFiling = (table: string) =>
  `exists (select 1 from filing where filing.region_id = ${table}.region_id and filing.filing_id = ${table}.filing_id)`
const namesUnit = `exists (select 1 from unit where unit.region_id = unit_lineage.region_id
  and unit.unit_id in (unit_lineage.from_unit, unit_lineage.to_unit))`
const namesProject = `exists (select 1 from project where project.region_id = project_lineage.region_id
  and project.project_id in (project_lineage.from_project, project_lineage.to_project))`
const usesFile = (table: string) =>
  `exists (select 1 from ${table} where ${table}.region_id = stored_file.region_id and ${table}.sha256 = stored_file.sha256)`

type Policy = Readonly<{ sees: string; writes?: string }>

const inSubtree: Policy = { sees: `${business} and ${within('unit_path')}` }
const onFiling = (table: string): Policy => ({ sees: `${business} and ${ofFiling(table)}` })
const onUnit = (table: string): Policy => ({ sees: `${business} and ${ownUnit(table)}` })
const packs: Policy = { sees: business, writes: isRole('performanceSection') }

/** Who sees a row, and who may write one when that is somebody else. The region is always one's own. */
const policies: Readonly<Record<string, Policy>> = {
  region: { sees: 'true', writes: isRole('securityAdministrator') },
  // The units above stand on every paper; what is in them stays closed.
  unit: {
    sees: `${keepsPeople} or ${business} and (${within('path')} or starts_with(${from}, path))`,
    writes: keepsUnits,
  },
  unit_lineage: { sees: namesUnit, writes: keepsUnits },
  project: onUnit('project'),
  project_lineage: { sees: `${business} and ${namesProject}` },
  notice: { sees: business, writes: isRole(...bureauRoles) },
  roster_entry: { ...inSubtree, writes: `${isRole(...bureauRoles)} and ${within('unit_path')}` },
  filing: inSubtree,
  filing_version: onFiling('filing_version'),
  flag: onFiling('flag'),
  finding_answer: onFiling('finding_answer'),
  comment: onFiling('comment'),
  proposed_score: onFiling('proposed_score'),
  evidence: onFiling('evidence'),
  upload: { sees: `(${business} and ${within('unit_path')}) or account_id = ${account}` },
  stored_file: { sees: `${usesFile('evidence')} or ${usesFile('upload')}`, writes: 'true' },
  ledger_amount: onUnit('ledger_amount'),
  uploaded_pack: packs,
  active_pack: packs,
  account: { sees: `${keepsPeople} or account_id = ${account}`, writes: keepsPeople },
  office: { sees: `${keepsPeople} or account_id = ${account}`, writes: keepsPeople },
  trail_head: { sees: 'true' },
  // Nobody writes an event in somebody else's name.
  event: {
    // A unit that moved takes the history of its filings along, though the event keeps the path of its day.
    sees: `${isRole('trailReader')} or ${business} and (${within('unit_path')}
      or filing_id is not null and ${ofFiling('event')})`,
    writes: `account_id = ${account} and role = ${setting('role')}`,
  },
}

/** Only the system itself reads these: they open doors. */
const systemOnly = ['session', 'api_token', 'one_time_link']

const accountColumns = [
  'region_id',
  'account_id',
  'login',
  'name',
  'password_changed_at',
  'must_change_password',
  'failed_attempts',
  'locked_until',
  'second_factor_since',
  'sign_on_subject',
  'disabled_at',
  'created_at',
].join(', ')

const tables = Object.keys(policies)
const neverUpdated = ['event', 'stored_file', 'unit_lineage', 'project_lineage']
const deleted = ['flag', 'ledger_amount', 'active_pack', 'proposed_score']

const grants = [
  ...tables.filter((table) => table !== 'account').map((table) => `grant select on ${table} to hengxiao_app`),
  `grant select (${accountColumns}) on account to hengxiao_app`,
  ...tables.filter((table) => table !== 'region').map((table) => `grant insert on ${table} to hengxiao_app`),
  ...tables
    .filter((table) => !neverUpdated.includes(table))
    .map((table) => `grant update on ${table} to hengxiao_app`),
  ...deleted.map((table) => `grant delete on ${table} to hengxiao_app`),
]

function policiesOf([table, { sees, writes }]: [string, Policy]): readonly string[] {
  const readable = `(${region} and (${sees}))`
  if (writes === undefined) return [`create policy everything on ${table} using ${readable}`]
  const writable = `(${region} and (${writes}))`
  return [
    `create policy reading on ${table} for select using ${readable}`,
    `create policy adding on ${table} for insert with check ${writable}`,
    `create policy changing on ${table} for update using ${writable}`,
    `create policy removing on ${table} for delete using ${writable}`,
  ]
}

export const rowSecurity: readonly string[] = [
  // An administrator of the database may have made the role already; then we need no power to make it.
  `do $$ begin create role hengxiao_app nologin;
    exception when duplicate_object or insufficient_privilege or unique_violation then null; end $$`,
  `do $$ begin execute format('grant hengxiao_app to %I', current_user);
    exception when insufficient_privilege then null; end $$`,
  'grant usage on schema public to hengxiao_app',
  'create index evidence_file on evidence (region_id, sha256)',
  'create index upload_file on upload (region_id, sha256)',
  'create index office_account on office (region_id, account_id)',
  'create index event_path on event (region_id, unit_path text_pattern_ops, sequence)',
  ...grants,
  ...[...tables, ...systemOnly].map((table) => `alter table ${table} enable row level security`),
  ...Object.entries(policies).flatMap(policiesOf),
]
