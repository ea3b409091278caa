import type { Place } from '../../../document/document.js'
import { bareWords } from '../../../exact/normalise.js'
import type { CheckKind, Outcome } from '../../../law/check.js'
import { wordsOf } from '../../parameters.js'
import { piecesWith } from './pieces.js'
import { recordsOf, type WordRecord, wordIn } from './records.js'
import { holdsAt, violatedAt } from './verdicts.js'
import { anyOf, holdsAny } from './word-pattern.js'

const mention = /(?<!\d)([23]\d{2}(?:\d{2}){0,2})(?!\d)\s*[“"（(《【-]?\s*([\u4e00-\u9fa5（）()、]{2,30})/g

/**
 * 科目编码与名称, by a small catalogue. A name that belongs to a code of the other classification (功能、经济) is an
 * error; a name that merely differs, or a code nobody has compared with the official catalogue, is a warning.
 */
export const accountCodes: CheckKind = (filing, definition) => {
  const entries = recordsOf(definition, 'accounts')
  const labels = wordsOf(definition, 'labels')
  return piecesWith(filing, anyOf(labels)).flatMap(({ text, at }) =>
    [...text.matchAll(mention)].flatMap((match): readonly Outcome[] => {
      const [printed, code = '', words = ''] = match
      const labelled = holdsAny(text.slice(Math.max(0, match.index - 12), match.index), labels)
      const entry = entries.find((candidate) => wordIn(candidate, 'code') === code)
      return entry === undefined || !labelled
        ? []
        : [codeOutcome(entry, { words, place: at(printed), entries })]
    }),
  )
}

type Named = Readonly<{ words: string; place: Place; entries: readonly WordRecord[] }>

function codeOutcome(entry: WordRecord, { words, place, entries }: Named): Outcome {
  const names = entry.names ?? []
  if (names.some((name) => sameName(words, name))) return holdsAt(place)
  const code = wordIn(entry, 'code')
  const right = names[0] ?? ''
  const other = entries.find((candidate) =>
    (candidate.names ?? []).some((name) => bareWords(words).startsWith(bareWords(name))),
  )
  const otherCode = other === undefined ? undefined : wordIn(other, 'code')
  const hint =
    otherCode === undefined ? '' : `“${other?.names?.[0]}”是${classOf(otherCode)}科目${otherCode}。`
  const mixed = otherCode !== undefined && classOf(otherCode) !== classOf(code)
  const message = `${classOf(code)}科目${code}应是“${right}”，这里写成“${words}”。${hint}请按当年的科目表核对编码和名称。`
  const severity = mixed ? 'error' : 'warning'
  return violatedAt([place], message, { severity, expected: right, stated: words })
}

function sameName(words: string, name: string): boolean {
  const [printed, right] = [bareWords(words), bareWords(name)]
  if (printed.startsWith(right) || right.includes(printed)) return true
  return sharedStart(printed, right) >= Math.min(leastShared, right.length)
}

const leastShared = 4

function sharedStart(left: string, right: string): number {
  let length = 0
  while (length < left.length && left[length] === right[length]) length += 1
  return length
}

function classOf(code: string): string {
  return code.startsWith('2') ? '功能分类' : '经济分类'
}
