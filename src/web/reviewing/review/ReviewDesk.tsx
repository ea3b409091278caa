import { useMemo, useRef, useState } from 'react'
import type { CellFinding } from '../../../core/editing/checked-content.js'
import type { CellKey } from '../../../core/editing/content.js'
import { labelOfCell } from '../../../core/editing/label-of-cell.js'
import type { EngineChecked } from '../../engine/engine-messages.js'
import { contentOf } from '../../filling/changes/content-of.js'
import type { FilingWhole, PackSet } from '../../filling/filing-whole.js'
import { findingId, groupFindings } from '../../filling/findings/group-findings.js'
import type { PaperFormHandle } from '../../filling/paper/paper-props.js'
import { Failure } from '../../shell/Failure.js'
import { words } from '../words.zh.js'
import { Column } from './Column.js'
import { CommentBox } from './CommentBox.js'
import { differencesFromLastYear, differencesFromReturned } from './differences.js'
import { Evidence } from './Evidence.js'
import { FindingsAndComments } from './FindingsAndComments.js'
import { openFindings, reviewMarks } from './marks.js'
import { PaperColumn } from './PaperColumn.js'
import { ReturnDialog } from './ReturnDialog.js'
import { ReviewHead } from './ReviewHead.js'
import { Scores } from './Scores.js'
import { TrailInWords } from './TrailInWords.js'
import { useReview } from './use-review.js'
import { useReviewKeys } from './use-review-keys.js'

type Props = Readonly<{ whole: FilingWhole; packSet: PackSet; checked: EngineChecked }>

/** What is open on the page besides the columns. */
type Opened = 'comment' | 'return' | undefined

/** Three columns that can be folded: the paper, what is said of it, and evidence with the trail. */
export function ReviewDesk({ whole, packSet, checked }: Props) {
  const review = useReview(whole)
  const [cell, setCell] = useState<CellKey>()
  const [chosen, setChosen] = useState<string>()
  const [opened, setOpened] = useState<Opened>()
  const [toReturn, setToReturn] = useState<ReadonlySet<CellKey>>(new Set())
  const [showsLastYear, setShowsLastYear] = useState(false)
  const paper = useRef(new Map<string, PaperFormHandle>())
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
    () => reviewMarks({ groups, comments: review.comments, mended, lastYear }),
    [groups, review.comments, mended, lastYear],
  )
  const nameOf = (key: CellKey) =>
    key === 'page' ? words.wholePage : labelOfCell(content, packSet.packs, key)
  const goTo = (key: CellKey | undefined) => {
    if (key === undefined) return
    setCell(key)
    paper.current.get(key.split('/')[0] ?? '')?.focusCell(key)
    if (key.startsWith('report/')) document.getElementById(key)?.scrollIntoView({ block: 'center' })
  }
  const choose = (finding: CellFinding | undefined) => {
    setChosen(finding === undefined ? undefined : findingId(finding))
    goTo(finding?.cells[0])
  }
  const step = (by: number) => {
    const open = openFindings(groups)
    const at = open.findIndex(({ finding }) => findingId(finding) === chosen)
    choose(open[(at === -1 && by < 0 ? 0 : at) + by < 0 ? open.length - 1 : (at + by) % open.length]?.finding)
  }
  const { actions } = whole.filing
  const accept = actions.find((action) => action === 'acceptByDepartment' || action === 'acceptByBureau')
  useReviewKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => accept !== undefined && document.getElementById('accept')?.click(),
    r: () => actions.includes('sendBack') && setOpened('return'),
    c: () => setOpened('comment'),
  })
  return (
    <div className="page wide review">
      <ReviewHead open={setOpened} openErrors={countErrors(groups)} review={review} whole={whole} />
      {review.failure === undefined ? null : <Failure error={review.failure} />}
      <div className="review-columns">
        <PaperColumn
          {...{ checked, cell, marks, mended, nameOf, showsLastYear, setShowsLastYear, whole }}
          addToReturn={(key) => setToReturn(new Set([...toReturn, key]))}
          choose={setCell}
          comment={() => setOpened('comment')}
          paper={paper.current}
        />
        <Column id="said" title={words.findings}>
          <FindingsAndComments
            {...{ chosen, groups, goTo, nameOf, review, whole }}
            choose={choose}
            laws={packSet.laws}
          />
        </Column>
        <Column foldsBelow={1500} id="beside" title={words.evidence}>
          <Scores {...{ cell, checked, nameOf, review, whole }} />
          <Evidence filingId={whole.filing.filingId} nameOf={nameOf} />
          <TrailInWords filingId={whole.filing.filingId} />
        </Column>
      </div>
      {opened === 'comment' ? (
        <CommentBox {...{ cell, content, nameOf, review }} close={() => setOpened(undefined)} />
      ) : null}
      {opened === 'return' ? (
        <ReturnDialog {...{ groups, nameOf, review, toReturn }} close={() => setOpened(undefined)} />
      ) : null}
    </div>
  )
}

function countErrors(groups: Parameters<typeof openFindings>[0]): number {
  return openFindings(groups).filter(({ finding }) => finding.severity === 'error').length
}
