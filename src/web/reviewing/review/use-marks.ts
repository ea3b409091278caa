import { useMemo } from 'react'
import type { EngineChecked } from '../../engine/engine-messages.js'
import { groupFindings } from '../../filling/findings/group-findings.js'
import { contentOf } from '../../opening/content-of.js'
import type { FilingWhole } from '../../opening/filing-whole.js'
import { differencesFromLastYear, differencesFromReturned } from './differences.js'
import { reviewMarks } from './marks.js'
import type { Comment } from './use-review.js'

type Marking = Readonly<{
  whole: FilingWhole
  checked: EngineChecked
  comments: readonly Comment[]
  showsLastYear: boolean
}>

/** What is to be seen on the paper: findings, comments, what was mended since the return, what differs from last year. */
export function useMarks({ whole, checked, comments, showsLastYear }: Marking) {
  const { content } = checked
  const groups = useMemo(
    () => groupFindings(checked.findings, whole.answers, content),
    [checked.findings, whole.answers, content],
  )
  const mended = useMemo(
    () =>
      differencesFromReturned(
        content,
        whole.returnedContent === null ? null : contentOf(whole.returnedContent),
      ),
    [content, whole.returnedContent],
  )
  const lastYear = useMemo(
    () =>
      showsLastYear && whole.lastYear !== null
        ? differencesFromLastYear(content, contentOf(whole.lastYear.content))
        : [],
    [content, whole.lastYear, showsLastYear],
  )
  const marks = useMemo(
    () => reviewMarks({ groups, comments: comments, mended, lastYear }),
    [groups, comments, mended, lastYear],
  )
  return { groups, mended, marks }
}
