import { parseCellKey } from '../../../core/editing/cell-key.js'
import type { CheckedContent } from '../../../core/editing/checked-content.js'
import type { CellKey } from '../../../core/editing/content.js'
import type { Basis } from '../../../core/law/check.js'
import type { Law } from '../../../core/law/law.js'
import type { FieldType } from '../../../core/pack/layout.js'
import type { Pack } from '../../../core/pack/pack.js'
import { fieldsOf } from '../../../core/paper/field-types.js'
import { basisWords } from '../findings/basis-words.js'

/** 说明此格: what is to be written, and what it is checked against, in words. */
export type Explanation = Readonly<{
  name: string
  /** What to write: 金额，单位万元，保留2位小数。 */
  write: string
  /** How the engine came to the value; undefined for cells that nobody computes. */
  computed: string | undefined
  checks: readonly Readonly<{ title: string; basis: readonly string[] }>[]
}>

const typeWords: Readonly<Record<Exclude<FieldType, 'amount'>, string>> = {
  percent: '填百分比，如 99.45%',
  weight: '填分值，单位分',
  score: '填得分，单位分，不超过分值',
  count: '填数量，用阿拉伯数字',
  area: '填面积，单位平方米',
  text: '填文字',
  target: '填指标值：数量连同计量单位（≥90%、42口）、日期，或定性的要求',
  date: '填日期，如 2024年12月',
}

/** What is to be said of a cell. `checked` gives the checks that looked at it. */
export function explainCell(
  key: CellKey,
  { pack, checked, laws }: { pack: Pack; checked: CheckedSlice; laws: readonly Law[] },
): Explanation | undefined {
  const field = findField(key, pack)
  if (field === undefined) return undefined
  const { unit, decimals } = pack.amounts
  const typed =
    field.type === 'amount'
      ? `填金额，单位${unit}，保留${decimals}位小数；千分位逗号可写可不写`
      : typeWords[field.type]
  const value = checked.computed[key]
  return {
    name: field.name,
    write: `${typed}。${field.required ? '必填。' : '没有的可以空着；空着不等于零。'}`,
    computed: value === undefined ? undefined : `系统按本表的数算出 ${value}，不必填写。`,
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
