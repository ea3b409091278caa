import { findPersonalData } from '../../core/redact/find-personal-data.js'
import { type Passage, type Removal, removedMark } from '../../core/redact/passage.js'
import { notesOf, type Redacted } from './redacted.js'
import { TextBytes } from './text-bytes.js'
import { passagesOfText } from './text-passages.js'

/** A text file without personal data, in the encoding it came in; every other byte stays. */
export function redactText(bytes: Uint8Array): Redacted {
  const file = new TextBytes(bytes)
  const lines = passagesOfText(file.text)
  const passages: readonly Passage[] = lines.map(({ passage }) => passage)
  const data = findPersonalData(passages)
  const written = file.replace(
    data.removals.map(({ passage, start, end }: Removal) => {
      const from = lines[passage]?.from ?? 0
      return { start: from + start, end: from + end, text: removedMark }
    }),
  )
  return {
    bytes: written,
    format: 'txt',
    setAnew: false,
    data,
    removals: notesOf(data, passages),
    parts: [],
    warnings: [],
  }
}
