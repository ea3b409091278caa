import type { z } from 'zod'
import type { FilingShown } from '../../contract/filing-shapes.js'
import { actionsFor, type FilingStanding } from '../../core/workflow/may.js'
import { roleNames } from '../../core/workflow/role.js'
import { stateNameOf } from '../../core/workflow/transition.js'
import type { FilingRow } from '../../store/filing-store.js'
import type { Actor } from '../../store/store.js'

/** What permissions depend on, from a row. */
export function standingOf(row: FilingRow): FilingStanding {
  return {
    state: row.state,
    unitPath: row.unit_path,
    underBureau: row.under_bureau,
    afterReturn: row.opened_by === 'sendBack',
  }
}

/** One filing as lists show it, with what the caller may do now. */
export function filingShown(row: FilingRow, caller: Actor): z.output<typeof FilingShown> {
  return {
    filingId: row.filing_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    departmentName: row.department_name,
    budgetYear: row.budget_year,
    title: row.title,
    projectName: row.project_name,
    state: row.state,
    stateName: stateNameOf(row.state, row.under_bureau),
    ...waitingShown(row),
    dueOn: row.due_on,
    errors: row.errors,
    warnings: row.warnings,
    filled: row.filled,
    required: row.required,
    statedTotal: row.stated_total,
    computedTotal: row.computed_total,
    proposedTotal: row.proposed_total,
    totalFunds: row.total_funds,
    risk: row.risk,
    riskReasons: row.risk_reasons,
    flags: row.flags,
    changedAt: row.changed_at.toISOString(),
    actions: [...actionsFor(caller, standingOf(row))],
  }
}

function waitingShown({ waiting_for: role, waiting_since }: FilingRow) {
  return {
    waitingFor: role,
    waitingForName: role === null ? null : roleNames[role],
    waitingSince: waiting_since.toISOString(),
  }
}
