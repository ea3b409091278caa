import { applyChanges } from '../../core/editing/apply-changes.js'
import { checkContent, checkFormsFirst } from '../../core/editing/check-content.js'
import type { CellFinding, CheckedContent } from '../../core/editing/checked-content.js'
import { printWithUnused } from '../../core/editing/checked-form.js'
import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import type { PrintedForm } from '../../core/paper/printed.js'
import type { EngineAnswer, EngineCommand } from './engine-messages.js'
import { type FormPatch, patchBetween } from './form-patch.js'
import { words } from './words.zh.js'

/**
 * Answers commands one after the other, remembering the content between them. Of cells that were typed the forms
 * alone, so that the page need not wait for the rest, which it asks for; undefined when a rest is no longer owed.
 */
export type CommandAnswerer = (command: EngineCommand) => EngineAnswer | undefined

type Sent = Readonly<{ forms: readonly PrintedForm[]; findings: readonly CellFinding[] }>

const nothingSent: Sent = { forms: [], findings: [] }

type WorkerState = {
  packs: readonly Pack[]
  showUnused: boolean
  content: FilingContent | undefined
  /** The last whole answer, as long as only cells have changed since. */
  whole: CheckedContent | undefined
  /** What the page has since the last answer. */
  sent: Sent
  /** The request that has only been answered for its forms. */
  owed: number | undefined
}

/** The worker's side: keeps packs and content, so that only changes travel and nothing is computed twice. */
export function createAnswerer(): CommandAnswerer {
  const desk: WorkerState = {
    packs: [],
    showUnused: false,
    content: undefined,
    whole: undefined,
    sent: nothingSent,
    owed: undefined,
  }
  return (command) => {
    const { request } = command
    if (command.kind === 'rest')
      return desk.owed === request ? guarded(request, () => answerWhole(desk, request)) : undefined
    return guarded(request, () => {
      desk.owed = undefined
      return take(desk, command) ? answerForms(desk, request) : answerWhole(desk, request)
    })
  }
}

/** @returns whether only cells have changed since the last whole answer */
function take(desk: WorkerState, command: Exclude<EngineCommand, { kind: 'rest' }>): boolean {
  if (command.kind === 'begin') {
    const { packs, content, showUnused } = command
    Object.assign(desk, { packs, content, showUnused, whole: undefined, sent: nothingSent })
    return false
  }
  desk.content = applyChanges(contentOf(desk), command.changes)
  return command.changes.every(({ kind }) => kind === 'cell')
}

function answerForms(desk: WorkerState, request: number): EngineAnswer {
  if (desk.whole === undefined) return answerWhole(desk, request)
  desk.owed = request
  return answerWith(desk, checkFormsFirst(contentOf(desk), desk.packs, desk.whole), request)
}

function answerWhole(desk: WorkerState, request: number): EngineAnswer {
  desk.owed = undefined
  desk.whole = undefined
  desk.whole = checkContent(contentOf(desk), desk.packs)
  return answerWith(desk, desk.whole, request)
}

function contentOf({ content }: WorkerState): FilingContent {
  if (content === undefined) throw new RangeError('changes came before a content')
  return content
}

function answerWith(desk: WorkerState, checked: CheckedContent, request: number): EngineAnswer {
  const { computed, findings, counts, filled, scores, content: shown, printed } = checked
  const content = contentOf(desk)
  const official = printed.blocks.filter((block) => block.kind === 'form')
  const forms = desk.showUnused ? printWithUnused(content, desk.packs) : official
  const before = desk.sent
  desk.sent = { forms, findings }
  const isWhole = desk.owed === undefined
  return {
    kind: 'checked',
    request,
    checked: {
      isWhole,
      computed,
      findings: namedByPosition(findings, before.findings),
      counts,
      filled,
      forms: forms.map((form, index) => changeOf(before.forms[index], form)),
      report: !isWhole || shown.report === content.report ? null : shown.report,
      scores: scores.map(({ form, ...score }) => ({
        ...score,
        form: content.forms[official.findIndex((printed) => printed.form === form)]?.id ?? '',
      })),
    },
  }
}

function namedByPosition(
  findings: readonly CellFinding[],
  before: readonly CellFinding[],
): readonly (CellFinding | number)[] {
  const positions = new Map(before.map((finding, at) => [finding, at]))
  return findings.map((finding) => positions.get(finding) ?? finding)
}

function changeOf(before: PrintedForm | undefined, form: PrintedForm): PrintedForm | FormPatch | null {
  if (form === before) return null
  return (before && patchBetween(before, form)) ?? form
}

function guarded(request: number, answer: () => EngineAnswer): EngineAnswer {
  try {
    return answer()
  } catch (error) {
    return { kind: 'failed', request, message: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  if (error instanceof DomainError) return error.message
  return words.failed
}
