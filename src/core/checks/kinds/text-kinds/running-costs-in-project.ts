import { placeInParagraph } from '../../../document/document.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf, holdsAny } from './word-pattern.js'

/** 项目支出内容: a project said to pay water, electricity or property fees of the office itself. */
export const runningCostsInProject: CheckKind = (filing, definition) => {
  const costs = anyOf(wordsOf(definition, 'costs'))
  const office = wordsOf(definition, 'officeWords')
  const others = anyOf(wordsOf(definition, 'otherTitles'))
  const sections = filing.narrative.sections.filter(({ title }) => /项目/.test(title) && !others.test(title))
  const paragraphs = new Set(sections.flatMap((section) => section.paragraphs))
  const sentences = filing.narrative.sentences.filter(({ paragraph }) => paragraphs.has(paragraph))
  const found = sentences.flatMap(({ text, paragraph }): readonly Outcome[] => {
    const match = costs.exec(text)
    if (match === null || !holdsAny(text, office)) return []
    const message = `项目资金用于“${match[0]}”等机关自身运转的开支。这类开支一般列公用经费，请核对是否应列项目支出。`
    return [violatedAt([placeInParagraph(paragraph, match[0])], message)]
  })
  return found.length === 0 && sentences.length > 0 ? [holdsAt()] : found
}
