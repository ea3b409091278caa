import type { CheckKind } from '../../../law/check.js'
import { placesOf, quiet } from '../../outcome.js'
import { wordsOf } from '../../parameters.js'
import { numberIn } from './indicator.js'

/** CTL-05: a unit without finished buildings leaves the cells blank or writes `/`, not 0. */
export const noBuildingsNoZeros: CheckKind = (filing, definition) => {
  const ids = wordsOf(definition, 'fields')
  return filing.forms.flatMap(({ fields }) => {
    const cells = ids.map((id) => fields[id]).filter((cell) => cell !== undefined)
    if (cells.length === 0) return []
    const zeros = cells.filter((cell) => numberIn(cell)?.value.digits === 0n)
    if (zeros.length < cells.length) return [quiet('holds', ...cells)]
    return [
      {
        verdict: 'violated' as const,
        places: placesOf([...zeros].reverse()),
        message: '没有完工的楼堂馆所时，规模控制率、投资概算控制率是 0÷0，不能填 0。请全部留空或填“/”。',
        expected: '/',
        stated: '0',
      },
    ]
  })
}
