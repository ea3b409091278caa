import { changesBetween } from '../../core/editing/changes-between.js'
import type { CellFinding } from '../../core/editing/checked-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import type { Pack } from '../../core/pack/pack.js'
import type { PrintedForm } from '../../core/paper/printed.js'
import type { EngineAnswer, EngineChecked, EngineCommand } from './engine-messages.js'
import { applyPatch } from './form-patch.js'

/** What is known of the content shown last. */
export type EngineState = Readonly<{
  checked: EngineChecked | undefined
  /** Why the content cannot be checked; a sentence for the user. */
  problem: string | undefined
}>

/** The page's side of the engine. */
export type EngineClient = Readonly<{
  /** Asks for a content; of several asked while the engine is busy only the last is checked. */
  check: (content: FilingContent, packs: readonly Pack[], showUnused?: boolean) => void
  receive: (answer: EngineAnswer) => void
}>

type Shown = Readonly<{ content: FilingContent; packs: readonly Pack[]; showUnused: boolean }>

/** Where a client's commands go, where its answers are shown, and how it waits until they have been drawn. */
export type ClientWays = Readonly<{
  send: (command: EngineCommand) => void
  show: (state: EngineState) => void
  whenDrawn: (run: () => void) => void
}>

/**
 * Sends one command at a time and shows what is known. What an answer for the forms still owes is asked for when the
 * page has drawn it, so that it is not worked out beside the drawing.
 */
export function createClient({ send, show, whenDrawn }: ClientWays): EngineClient {
  let request = 0
  let busy = false
  let sent: Shown | undefined
  let wanted: Shown | undefined
  let checked: EngineChecked | undefined
  let received = nothingReceived
  const next = (): void => {
    if (busy || wanted === undefined) return
    request += 1
    busy = true
    send(commandFor(wanted, sent, request))
    sent = wanted
    wanted = undefined
  }
  return {
    check: (content, packs, showUnused = false) => {
      const last = wanted ?? sent
      if (last?.content === content && last.packs === packs && last.showUnused === showUnused) return
      wanted = { content, packs, showUnused }
      next()
    },
    receive: (answer) => {
      if (answer.kind === 'checked') received = completed(answer.checked, received)
      if (answer.request !== request || sent === undefined) return
      busy = false
      if (answer.kind === 'checked') checked = shownOf(answer.checked, received, sent.content)
      const problem = answer.kind === 'failed' ? answer.message : undefined
      if (problem !== undefined) sent = undefined
      show({ checked, problem })
      next()
      if (!busy && checked?.isWhole === false) {
        whenDrawn(() => {
          if (answer.request === request) send({ kind: 'rest', request })
        })
      }
    },
  }
}

/** Changes where the content is the last one changed; the whole of another filing or other packs. */
function commandFor(asked: Shown, sent: Shown | undefined, request: number): EngineCommand {
  const { content, packs, showUnused } = asked
  const isSame =
    sent?.packs === packs &&
    sent.showUnused === showUnused &&
    sent.content.unit === content.unit &&
    sent.content.budgetYear === content.budgetYear
  return isSame
    ? { kind: 'changes', request, changes: changesBetween(sent.content, content) }
    : { kind: 'begin', request, ...asked }
}

type Answered = Extract<EngineAnswer, { kind: 'checked' }>['checked']

/** What answers build on: an answer that comes too late to be shown counts here too. */
type Received = Readonly<{ forms: readonly PrintedForm[]; findings: readonly CellFinding[] }>

const nothingReceived: Received = { forms: [], findings: [] }

function completed({ forms, findings }: Answered, before: Received): Received {
  return {
    forms: forms.flatMap((form, index) => {
      const last = before.forms[index]
      if (form?.kind === 'form') return form
      return last === undefined ? [] : form === null ? last : applyPatch(last, form)
    }),
    findings: hasNothingNew(findings, before.findings)
      ? before.findings
      : findings.flatMap((finding) =>
          typeof finding === 'number' ? (before.findings[finding] ?? []) : finding,
        ),
  }
}

function hasNothingNew(findings: Answered['findings'], before: Received['findings']): boolean {
  return findings.length === before.length && findings.every((finding, at) => finding === at)
}

function shownOf(answered: Answered, { forms, findings }: Received, content: FilingContent): EngineChecked {
  return { ...answered, content, forms, findings, report: answered.report ?? content.report }
}
