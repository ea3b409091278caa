import { parseCellKey } from '../../../core/editing/cell-key.js'
import type { CheckedContent } from '../../../core/editing/checked-content.js'
import type { CellKey } from '../../../core/editing/content.js'
import type { Basis } from '../../../core/law/check.js'
import type { Law } from '../../../core/law/law.js'
import type { FieldType } from '../../../core/pack/layout.js'
import type { Pack } from '../../../core/pack/pack.js'
import { fieldsOf } from '../../../core/paper/field-types.js'
import { basisWords } from '../findings/basis-words.js'
import { words } from '../words.zh.js'

/** 说明此格: what is to be written, and what it is checked against, in words. */
export type Explanation = Readonly<{
  name: string
  /** What to write: 金额，单位万元，保留2位小数。 */
  write: string
  /** How the engine came to the value; undefined for cells that nobody computes. */
  computed: string | undefined
  checks: readonly Readonly<{ title: string; basis: readonly string[] }>[]
}>

/** What is to be said of a cell. `checked` gives the checks that looked at it. */
export function explainCell(
  key: CellKey,
  { pack, checked, laws }: { pack: Pack; checked: CheckedSlice; laws: readonly Law[] },
): Explanation | undefined {
  const field = findField(key, pack)
  if (field === undefined) return undefined
  const { unit, decimals } = pack.amounts
  const typed = field.type === 'amount' ? words.writeAmount(unit, decimals) : words.write[field.type]
  const value = checked.computed[key]
  return {
    name: field.name,
    write: words.writeSentence(typed, field.required),
    computed: value === undefined ? undefined : words.computedAs(value),
    checks: checksOf(pack, field.name).map(({ title, basis }) => ({
      title,
      basis: basis.map((one: Basis) => basisWords(one, laws)),
    })),
  }
}

type CheckedSlice = Pick<CheckedContent, 'computed'>
type KnownField = Readonly<{ name: string; type: FieldType; required: boolean }>

function findField(key: CellKey, pack: Pack): KnownField | undefined {
  const named = parseCellKey(key)
  const fields = fieldsOf(pack)
  if (named?.kind === 'field') {
    const info = fields.singles.get(named.field)
    return info && { ...info, required: isRequired(pack, named.field) }
  }
  if (named?.kind !== 'cell') return undefined
  const info = fields.lists.get(named.list)?.get(named.column)
  return info && { ...info, required: isRequired(pack, named.column, named.list) }
}

function isRequired({ blocks }: Pack, field: string, list?: string): boolean {
  return blocks.some((block) => {
    if (block.kind === 'pairs' || block.kind === 'inline')
      return list === undefined && block.fields.some(({ id, required }) => id === field && required)
    if (block.kind === 'goals')
      return (
        list === undefined &&
        [block.expected, block.actual].some(({ id, required }) => id === field && required)
      )
    if (block.kind === 'grid')
      return (
        list === undefined && block.columns.some(({ id, required }) => field.endsWith(`.${id}`) && required)
      )
    return list === block.id && block.columns.some(({ id, required }) => id === field && required)
  })
}

const mostChecks = 6

/** Checks whose sentence names the cell. */
function checksOf({ checks }: Pack, name: string): Pack['checks'] {
  return checks
    .filter(({ sentence, title }) => sentence?.includes(name) ?? title.includes(name))
    .slice(0, mostChecks)
}
