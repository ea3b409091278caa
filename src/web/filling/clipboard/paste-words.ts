import type { PlacedBlock } from './place-block.js'

/** One sentence on what a paste did, and what of the block was not taken and why. */
export function pasteSentence({ taken, addedRows, computed, closed, outside }: PlacedBlock): string {
  const done = `已粘贴 ${taken} 格${addedRows > 0 ? `，新增 ${addedRows} 行` : ''}`
  const left = [
    ...(computed > 0 ? [`${computed} 格由系统计算`] : []),
    ...(closed > 0 ? [`${closed} 格没有开放修改`] : []),
    ...(outside > 0 ? [`${outside} 格超出表格范围`] : []),
  ]
  return left.length === 0 ? `${done}。` : `${done}；没有采用：${left.join('，')}。`
}
