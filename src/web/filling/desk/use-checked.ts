import { useMemo } from 'react'
import { checkContent } from '../../../core/editing/check-content.js'
import type { CheckedContent } from '../../../core/editing/checked-content.js'
import type { FilingContent } from '../../../core/editing/content.js'
import type { Pack } from '../../../core/pack/pack.js'

/** What the page shows of a checked content, and the content that was checked. */
export type Checked = Readonly<{
  checked: Pick<CheckedContent, 'printed' | 'computed' | 'findings' | 'scores' | 'counts' | 'filled'>
  content: FilingContent
}>

export function useChecked(content: FilingContent, packs: readonly Pack[]): Checked {
  return useMemo(() => ({ checked: checkContent(content, packs), content }), [content, packs])
}
