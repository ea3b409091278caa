import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../core/document/document.js'
import { removedMark } from '../../core/redact/passage.js'
import { sharedSeeds } from '../../testing/seed-cells.js'
import { findConverter } from '../convert/find-converter.js'
import { readDocument } from '../read-document.js'
import { redactFile } from './redact-file.js'

const hasSeeds = existsSync(new URL('seeds/', sharedSeeds))
if (!hasSeeds) console.log('redact: 没有样本报告，公开稿没有在样本上核对')

/** One seed with a full signature line is enough: a conversion takes seconds. */
const converted = /^001\.(?:doc|rtf|odt|xls|html)$/

function seedFiles(pattern: RegExp): readonly string[] {
  if (!hasSeeds) return []
  return ['seeds/', 'seed-files/'].flatMap((folder) =>
    readdirSync(new URL(folder, sharedSeeds))
      .filter((name) => pattern.test(name))
      .map((name) => folder + name),
  )
}

/** Everything printed, piece by piece. */
function textsOf({ blocks }: Document): readonly string[] {
  return blocks.flatMap((block) =>
    block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text],
  )
}

const signatureValue =
  /(?:填\s*[表报]\s*人|联系电话|单位负责人签字)\s*[:：][ \t\u3000]*(?!填报日期|联系电话|单位负责人|（已隐去）)[^\s]/

function figuresOf(texts: readonly string[]): string {
  return texts
    .flatMap((text) => text.replaceAll(/联系电话[:：]\s*\d+/g, '').match(/\d+(?:[.,]\d+)*/g) ?? [])
    .sort()
    .join(' ')
}

async function compare(file: string): Promise<void> {
  const bytes = readFileSync(new URL(file, sharedSeeds))
  const copy = await redactFile(bytes)
  expect(copy.left, file).toBeUndefined()
  if (copy.left !== undefined) return
  const [before, after] = [await readDocument(bytes), await readDocument(copy.bytes)]
  const [given, got] = [textsOf(before.document), textsOf(after.document)]
  expect(
    got.filter((text) => signatureValue.test(text)),
    file,
  ).toEqual([])
  expect(figuresOf(got), file).toBe(figuresOf(given))
  const removed = got.join('').split(removedMark).length - 1
  expect(removed, file).toBe(
    given.filter((text) => signatureValue.test(text)).length === 0 ? 0 : copy.manifest.removals.length,
  )
}

describe.skipIf(!hasSeeds)('the public copies of the seeds', () => {
  it.each(seedFiles(/\.(?:txt|docx|xlsx|pdf)$/))(
    '%s: every labelled name and phone goes, and not one figure',
    compare,
  )

  it.skipIf(findConverter() === undefined).each(seedFiles(converted))(
    '%s, by way of LibreOffice: the same',
    compare,
  )
})
