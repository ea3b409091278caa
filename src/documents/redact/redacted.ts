import type { PersonalData } from '../../core/redact/find-personal-data.js'
import type { Passage, RedactionRule } from '../../core/redact/passage.js'
import type { PartNote } from './office-package.js'

/** One removal as the manifest tells it: never the removed text itself. */
export type RemovalNote = Readonly<{ rule: RedactionRule; place: string; characters: number }>

/** The public copy of a file, not yet read a second time. */
export type Redacted = Readonly<{
  bytes: Uint8Array
  format: 'txt' | 'docx' | 'xlsx' | 'pdf'
  /** The page was set anew from what was read; nothing of the old file is in it. */
  setAnew: boolean
  data: PersonalData
  removals: readonly RemovalNote[]
  parts: readonly PartNote[]
  /** What nobody but a person can check, in sentences. */
  warnings: readonly string[]
}>

/** The removals in words. */
export function notesOf({ removals }: PersonalData, passages: readonly Passage[]): readonly RemovalNote[] {
  return removals.map(({ passage, start, end, rule }) => ({
    rule,
    place: passages[passage]?.place ?? '',
    characters: [...(passages[passage]?.text.slice(start, end) ?? '')].length,
  }))
}
