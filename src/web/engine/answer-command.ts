import { applyChanges } from '../../core/editing/apply-changes.js'
import { checkContent } from '../../core/editing/check-content.js'
import type { CheckedContent } from '../../core/editing/checked-content.js'
import type { FilingContent } from '../../core/editing/content.js'
import { DomainError } from '../../core/errors.js'
import type { Pack } from '../../core/pack/pack.js'
import type { PrintedForm } from '../../core/paper/printed.js'
import type { EngineAnswer, EngineCommand } from './engine-messages.js'

/** Answers commands one after the other, remembering the content between them. */
export type CommandAnswerer = (command: EngineCommand) => EngineAnswer

/** The worker's side: keeps packs and content, so that only changes travel and nothing is computed twice. */
export function createAnswerer(): CommandAnswerer {
  let packs: readonly Pack[] = []
  let content: FilingContent | undefined
  let sent: readonly PrintedForm[] = []
  return (command) => {
    const { request } = command
    try {
      if (command.kind === 'begin') {
        packs = command.packs
        content = command.content
        sent = []
      } else if (content !== undefined) content = applyChanges(content, command.changes)
      if (content === undefined) throw new RangeError('changes came before a content')
      const checked = checkContent(content, packs)
      const forms = formsOf(checked)
      const answer = answerWith(checked, content, { forms, sent, request })
      sent = forms
      return answer
    } catch (error) {
      return { kind: 'failed', request, message: messageOf(error) }
    }
  }
}

function formsOf({ printed }: CheckedContent): readonly PrintedForm[] {
  return printed.blocks.filter((block) => block.kind === 'form')
}

type Sending = Readonly<{
  forms: readonly PrintedForm[]
  sent: readonly PrintedForm[]
  request: number
}>

function answerWith(
  { computed, findings, counts, filled, scores, content: shown }: CheckedContent,
  content: FilingContent,
  { forms, sent, request }: Sending,
): EngineAnswer {
  return {
    kind: 'checked',
    request,
    checked: {
      computed,
      findings,
      counts,
      filled,
      forms: forms.map((form, index) => (form === sent[index] ? null : form)),
      report: shown.report === content.report ? null : shown.report,
      scores: scores.map(({ form, ...score }) => ({
        ...score,
        form: content.forms[forms.findIndex((printed) => printed.form === form)]?.id ?? '',
      })),
    },
  }
}

function messageOf(error: unknown): string {
  if (error instanceof DomainError) return error.message
  return '核对时出了差错，您填的内容没有丢。请刷新页面再试。'
}
