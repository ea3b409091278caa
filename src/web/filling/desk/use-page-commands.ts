import { useCallback, useMemo, useRef, useState } from 'react'
import { findForm } from '../../../core/editing/cell-key.js'
import type { CellFinding } from '../../../core/editing/checked-content.js'
import type { CellKey, FilingContent } from '../../../core/editing/content.js'
import { labelOfCell } from '../../../core/editing/label-of-cell.js'
import type { Pack } from '../../../core/pack/pack.js'
import { contentOf } from '../../opening/content-of.js'
import type { FilingWhole, PackSet } from '../../opening/filing-whole.js'
import type { Filling } from '../../opening/use-filling.js'
import { findLastYear } from '../beside/last-year.js'
import { findLedgerValue } from '../beside/ledger-value.js'
import { type FindingGroup, findingId, nextFinding } from '../findings/group-findings.js'
import type { Command } from '../keyboard/command.js'
import { isOpenFor } from '../paper/cell-state.js'
import type { PaperFormHandle } from '../paper/paper-props.js'
import { changeOf } from '../paper/type-text.js'
import { words } from '../words.zh.js'

type PageInHand = Readonly<{
  filling: Filling
  groups: readonly FindingGroup[]
  whole: FilingWhole
  packSet: PackSet
  paper: ReadonlyMap<string, PaperFormHandle>
  say: (sentence: string) => void
}>

/** What keys and buttons of the page do. */
export type PageCommands = Readonly<{
  run: (command: Command, key: CellKey | undefined) => void
  focusCell: (key: CellKey) => void
  chooseFinding: (finding: CellFinding) => void
  /** Puts a suggested value into its cell. */
  apply: (key: CellKey, value: string) => void
  nameOf: (key: CellKey) => string
  /** The finding that is unfolded. */
  finding: string | undefined
  isExplaining: boolean
  setExplaining: (explaining: boolean) => void
}>

export function usePageCommands(given: PageInHand): PageCommands {
  const [finding, setFinding] = useState<string>()
  const [isExplaining, setExplaining] = useState(false)
  const latest = useRef({ ...given, finding })
  latest.current = { ...given, finding }
  const made = useMemo(() => {
    const now = () => latest.current
    const focusCell = (key: CellKey) =>
      now()
        .paper.get(key.slice(0, key.indexOf('/')))
        ?.focusCell(key)
    const chooseFinding = (chosen: CellFinding) => {
      setFinding(findingId(chosen))
      const cell = chosen.suggestedCell ?? chosen.cells[0]
      if (cell !== undefined) focusCell(cell)
    }
    const apply = (key: CellKey, value: string) => {
      put(now(), key, value)
      focusCell(key)
    }
    const explain = () => setExplaining((before) => !before)
    const run = (command: Command, key: CellKey | undefined) =>
      runOnPage(now(), { command, key }, { focusCell, chooseFinding, explain })
    return { run, focusCell, chooseFinding, apply, setExplaining }
  }, [])
  const { content } = given.filling
  const { packs } = given.packSet
  const nameOf = useCallback((key: CellKey) => shortLabel(content, packs, key), [content, packs])
  return useMemo(() => ({ ...made, nameOf, finding, isExplaining }), [made, nameOf, finding, isExplaining])
}

type Now = PageInHand & Readonly<{ finding: string | undefined }>
type CommandAt = Readonly<{ command: Command; key: CellKey | undefined }>
type Ways = Pick<PageCommands, 'focusCell' | 'chooseFinding'> & Readonly<{ explain: () => void }>

function runOnPage(now: Now, { command, key }: CommandAt, { focusCell, chooseFinding, explain }: Ways): void {
  const { filling, groups, say, finding } = now
  switch (command.kind) {
    case 'undo':
    case 'redo': {
      const at = command.kind === 'undo' ? filling.undo() : filling.redo()
      if (at === undefined) say(command.kind === 'undo' ? words.nothingToUndo : words.nothingToRedo)
      else focusCell(at)
      return
    }
    case 'nextFinding': {
      const next = nextFinding(groups, finding, command.back)
      if (next === undefined) say(words.noFindings)
      else chooseFinding(next)
      return
    }
    case 'explain':
      return explain()
    case 'lastYear':
    case 'ledger':
      if (key !== undefined) putBeside(now, key, command.kind)
  }
}

/** A cell in words, without the title of its form. */
function shortLabel(content: FilingContent, packs: readonly Pack[], key: CellKey): string {
  const own = content.forms.filter(({ id }) => key.startsWith(`${id}/`))
  return labelOfCell({ ...content, forms: own }, packs, key)
}

/** 上年值 and 本年执行数 of a cell; undefined where there is none. */
export function valueBeside(
  { filling, whole, packSet }: Pick<PageInHand, 'filling' | 'whole' | 'packSet'>,
  key: CellKey,
  which: 'lastYear' | 'ledger',
): string | undefined {
  const form = findForm(filling.content, key.slice(0, key.indexOf('/')))
  const pack = packSet.packs.find(({ id }) => id === form?.pack)
  if (form === undefined || pack === undefined) return undefined
  if (which === 'ledger') return findLedgerValue(form, key, { pack, ledger: whole.ledger })
  return findLastYear(form, key, whole.lastYear === null ? undefined : contentOf(whole.lastYear.content))
}

function putBeside(now: Now, key: CellKey, which: 'lastYear' | 'ledger'): void {
  const value = valueBeside(now, key, which)
  if (value === undefined) return now.say(which === 'lastYear' ? words.noLastYear : words.noLedger)
  now.say(which === 'lastYear' ? words.lastYearPut(value) : words.ledgerPut(value))
  put(now, key, value)
}

function put({ filling, whole, say }: Now, key: CellKey, value: string): void {
  const form = findForm(filling.content, key.slice(0, key.indexOf('/')))
  const mayEdit = whole.filing.actions.includes('edit')
  const isOpen = isOpenFor(whole.open === null ? null : new Set(whole.open), key)
  if (form === undefined || !mayEdit || !isOpen) return say(words.readOnly(whole.filing.stateName))
  const changes = changeOf(form, key, value)
  if (changes.length > 0) filling.change(changes, key)
}
