import type { DraftBlock } from '../core/draft/draft.js'
import type { Filing } from '../core/filing/filing.js'

/** Figures of a draft that stand in plain words, with no field that says them: all of them would be inventions. */
export function unboundFigures(blocks: readonly DraftBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind !== 'paragraph' || block.style.startsWith('heading') || block.style === 'attachment')
      return []
    return block.runs.flatMap(({ text, field }) => {
      if (field !== undefined) return []
      const words = text.replace(/^\d{1,2}\./, '').replace(/90%|12月31日|〔[^〕]*〕/g, '')
      return /\d/.test(words) && !/^附件|^\d+\./.test(text) ? [text] : []
    })
  })
}

/** What the field keys of the draft's figures say in the filing: pairs of printed run and cell text. */
export function boundFigures(
  blocks: readonly DraftBlock[],
  filing: Filing,
): readonly (readonly [string, string])[] {
  return blocks.flatMap((block) =>
    block.kind !== 'paragraph'
      ? []
      : block.runs.flatMap(({ text, field }) => {
          const cell = field === undefined ? undefined : cellText(field, filing)
          return cell === undefined ? [] : [[text, cell] as const]
        }),
  )
}

function cellText(field: string, { forms }: Filing): string | undefined {
  const [, form = '', rest = ''] = /^forms\[(\d+)\]\.(.+)$/.exec(field) ?? []
  const found = forms[Number(form)]
  if (form === '' || found === undefined) return undefined
  const [, list = '', row = '', column = ''] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(rest) ?? []
  const cell = list === '' ? found.fields[rest] : found.lists[list]?.[Number(row)]?.[column]
  return cell?.text ?? ''
}
