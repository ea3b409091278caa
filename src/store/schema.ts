import type { ColumnType, Generated } from 'kysely'
import type { FilingContent } from '../core/editing/content.js'
import type { Role } from '../core/workflow/role.js'
import type { FilingState } from '../core/workflow/transition.js'

/** `timestamptz`: a Date comes out, a Date or ISO text goes in. */
type Instant = ColumnType<Date, Date | string, Date | string>
type DefaultedInstant = ColumnType<Date, Date | string | undefined, Date | string>
type Json<Shape> = ColumnType<Shape, string, string>
type DefaultedJson<Shape> = ColumnType<Shape, string | undefined, string>
/** `numeric` and `bigint` stay decimal text. */
type Numeric = ColumnType<string, string, string>

/** The tables; see migrations/ for keys and constraints. Dates without a time are text YYYY-MM-DD. */
export type Database = Readonly<{
  region: { region_id: string; name: string; settings: DefaultedJson<Record<string, unknown>> }
  unit: {
    region_id: string
    unit_id: Generated<string>
    code: string
    name: string
    kind: 'bureau' | 'department' | 'unit'
    parent_id: string | null
    path: string
    began_on: string | null
    ended_on: string | null
  }
  unit_lineage: {
    region_id: string
    lineage_id: Generated<string>
    kind: 'renamed' | 'merged' | 'split' | 'moved'
    from_unit: string
    to_unit: string
    former_name: string | null
    happened_on: string
    note: Generated<string>
  }
  project: {
    region_id: string
    project_id: Generated<string>
    unit_id: string
    code: string | null
    name: string
    began_year: number | null
    ended_year: number | null
  }
  project_lineage: {
    region_id: string
    lineage_id: Generated<string>
    kind: 'renamed' | 'merged' | 'split'
    from_project: string
    to_project: string
    happened_on: string
  }
  account: {
    region_id: string
    account_id: Generated<string>
    login: string
    name: string
    password_hash: string | null
    password_changed_at: Instant | null
    must_change_password: Generated<boolean>
    failed_attempts: Generated<number>
    locked_until: Instant | null
    second_factor_secret: string | null
    second_factor_since: Instant | null
    /** Number of the last 30 seconds whose code was used; that code and older ones are spent. */
    second_factor_step: Numeric | null
    sign_on_subject: string | null
    disabled_at: Instant | null
    created_at: DefaultedInstant
  }
  office: {
    region_id: string
    office_id: Generated<string>
    account_id: string
    unit_id: string
    role: Role
    given_at: DefaultedInstant
    ended_at: Instant | null
  }
  session: {
    region_id: string
    token_hash: Buffer
    account_id: string
    office_id: string | null
    csrf_token: string
    created_at: DefaultedInstant
    seen_at: DefaultedInstant
    expires_at: Instant
  }
  api_token: {
    region_id: string
    token_id: Generated<string>
    token_hash: Buffer
    account_id: string
    office_id: string
    name: string
    scopes: string[]
    created_at: DefaultedInstant
    used_at: Instant | null
    expires_at: Instant
    ended_at: Instant | null
  }
  one_time_link: {
    region_id: string
    token_hash: Buffer
    purpose: 'firstAdministrator' | 'passwordReset'
    account_id: string | null
    expires_at: Instant
    used_at: Instant | null
  }
  notice: {
    region_id: string
    notice_id: Generated<string>
    budget_year: number
    title: string
    document_number: string | null
    due_on: string
    issued_at: DefaultedInstant
  }
  roster_entry: {
    region_id: string
    entry_id: Generated<string>
    notice_id: string
    unit_id: string
    unit_path: string
    project_id: string | null
    pack_id: string
    due_on: string | null
    excused_because: string | null
  }
  filing: FilingTable
  filing_version: {
    region_id: string
    filing_id: string
    version: number
    opened_by: 'start' | 'sendBack' | 'correct'
    opened_at: DefaultedInstant
    sealed_at: Instant | null
    published_at: Instant | null
    content: Json<FilingContent>
    content_hash: string | null
    previous_hash: string | null
    receipt: Json<Record<string, unknown>> | null
  }
  flag: { region_id: string; filing_id: string; version: number; cell: string; reason: string }
  finding_answer: {
    region_id: string
    filing_id: string
    answer_id: Generated<string>
    kind: 'justified' | 'waived'
    rule: string
    check_name: string
    inputs: string
    cells: string[]
    message: string
    reason: string
    account_id: string
    account_name: string
    answered_at: DefaultedInstant
    withdrawn_at: Instant | null
  }
  comment: {
    region_id: string
    filing_id: string
    comment_id: Generated<string>
    version: number
    anchor: string
    quote: Generated<string>
    words: string
    account_id: string
    account_name: string
    role: Role
    written_at: DefaultedInstant
    solved_at: Instant | null
    solved_by: string | null
  }
  proposed_score: {
    region_id: string
    filing_id: string
    version: number
    cell: string
    points: Numeric
    self_points: Numeric | null
    reason: string
    account_id: string
    account_name: string
    proposed_at: DefaultedInstant
  }
  stored_file: {
    region_id: string
    sha256: string
    bytes: Numeric
    kind: string
    stored_at: DefaultedInstant
  }
  upload: {
    region_id: string
    upload_id: Generated<string>
    account_id: string
    unit_id: string
    unit_path: string
    filing_id: string | null
    purpose: 'filing' | 'ledger' | 'units' | 'pack'
    name: string
    sha256: string
    state: Generated<'queued' | 'reading' | 'read' | 'refused'>
    refusal: Json<{ code: string; message: string }> | null
    result: Json<Record<string, unknown>> | null
    uploaded_at: DefaultedInstant
    finished_at: Instant | null
  }
  evidence: {
    region_id: string
    filing_id: string
    evidence_id: Generated<string>
    cell: string | null
    name: string
    sha256: string
    account_id: string
    account_name: string
    added_at: DefaultedInstant
    removed_at: Instant | null
  }
  ledger_amount: {
    region_id: string
    unit_id: string
    budget_year: number
    project_id: string | null
    quantity: string
    stage: string
    amount: Numeric
    unit_of_amount: string
    upload_id: string | null
    recorded_at: DefaultedInstant
  }
  uploaded_pack: {
    region_id: string
    pack_id: string
    upload_sha256: string
    compiled: Json<Record<string, unknown>>
    uploaded_at: DefaultedInstant
    trial: Json<Record<string, unknown>> | null
  }
  active_pack: { region_id: string; pack_id: string; budget_year: number; activated_at: DefaultedInstant }
  trail_head: { region_id: string; sequence: Generated<string>; hash: Generated<string> }
  event: EventTable
}>

type FilingTable = {
  region_id: string
  filing_id: Generated<string>
  unit_id: string
  unit_path: string
  under_bureau: boolean
  budget_year: number
  project_id: string | null
  entry_id: string | null
  title: string
  state: FilingState
  version: Generated<number>
  revision: ColumnType<string, string | number | undefined, string | number>
  waiting_for: Role | null
  waiting_since: DefaultedInstant
  due_on: string | null
  errors: Generated<number>
  warnings: Generated<number>
  filled: Generated<number>
  required: Generated<number>
  stated_total: Numeric | null
  computed_total: Numeric | null
  total_funds: Numeric | null
  risk: Generated<number>
  risk_reasons: Generated<string[]>
  packs: Generated<string[]>
  created_at: DefaultedInstant
  changed_at: DefaultedInstant
}

type EventTable = {
  region_id: string
  sequence: Numeric
  happened_at: Instant
  account_id: string | null
  account_name: string
  role: Role | null
  action: string
  unit_id: string | null
  unit_path: string | null
  filing_id: string | null
  version: number | null
  revision: ColumnType<string, string | number, string | number> | null
  data: DefaultedJson<Record<string, unknown>>
  previous_hash: string
  hash: string
}
