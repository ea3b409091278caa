import { Button } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '../../contract/route.js'
import type { Routes } from '../../contract/routes.js'
import type { CellFinding, CheckedContent } from '../../core/editing/checked-content.js'
import type { Saving } from '../saving/use-saving.js'
import { Dialog } from '../shell/Dialog.js'
import { CheckBeforeSubmission } from './CheckBeforeSubmission.js'
import { partFindings } from './open-findings.js'
import { SignAndSubmit } from './SignAndSubmit.js'
import { words } from './words.zh.js'

/** The filled button of a filing in hand: check what stands in the way, sign, submit. */
export function SubmitButton({
  whole,
  checked,
  saving,
  goTo,
}: Readonly<{
  whole: AnswerOf<Routes['readFiling']>
  /** Undefined while the engine is still at it. */
  checked: Pick<CheckedContent, 'findings' | 'filled'> | undefined
  saving: Saving
  goTo: (finding: CellFinding) => void
}>) {
  const [open, setOpen] = useState(false)
  const { filing, answers } = whole
  if (!filing.actions.includes('submit')) return null
  const name = filing.state === 'returned' ? words.resubmit : words.submit
  const parted = checked === undefined ? undefined : partFindings(checked.findings, answers)
  return (
    <>
      <Button type="primary" disabled={parted === undefined} onClick={() => setOpen(true)}>
        {name}
      </Button>
      {open && checked !== undefined && parted !== undefined ? (
        <Dialog title={words.checkTitle} wide close={() => setOpen(false)}>
          <CheckBeforeSubmission
            filingId={filing.filingId}
            open={parted}
            blanks={checked.filled.required - checked.filled.filled}
            goTo={(finding) => {
              setOpen(false)
              goTo(finding)
            }}
          />
          {parted.errors.length + parted.warnings.length === 0 ? (
            <SignAndSubmit filingId={filing.filingId} saving={saving} />
          ) : null}
        </Dialog>
      ) : null}
    </>
  )
}
