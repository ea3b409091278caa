import { findPersonalData } from '../../core/redact/find-personal-data.js'
import type { Removal } from '../../core/redact/passage.js'
import type { Archive } from '../gate/archive.js'
import type { Spot } from './editable-part.js'
import { OfficePackage } from './office-package.js'
import { notesOf, type Redacted } from './redacted.js'

/** A .docx or .xlsx without personal data: texts, properties, links and embedded files; all else keeps its bytes. */
export function redactOffice(archive: Archive, format: 'docx' | 'xlsx'): Redacted {
  const opened = new OfficePackage(archive)
  const passages = opened.spots.map(({ passage }) => passage)
  const data = findPersonalData(passages)
  const written = opened.write(bySpot(opened.spots, data.removals))
  return {
    bytes: written.bytes,
    format,
    setAnew: false,
    data,
    removals: notesOf(data, passages),
    parts: written.notes,
    warnings: pictureWarnings(opened.pictures),
  }
}

function bySpot(spots: readonly Spot[], removals: readonly Removal[]): ReadonlyMap<Spot, readonly Removal[]> {
  const found = new Map<Spot, Removal[]>()
  for (const removal of removals) {
    const spot = spots[removal.passage]
    if (spot !== undefined) found.set(spot, [...(found.get(spot) ?? []), removal])
  }
  return found
}

function pictureWarnings(pictures: readonly string[]): readonly string[] {
  if (pictures.length === 0) return []
  const names = pictures.slice(0, 5).join('、')
  return [
    `文件里有 ${pictures.length} 张图片（${names}${pictures.length > 5 ? '等' : ''}），程序不看图上的内容。请人工确认图上没有签名、证件或电话。`,
  ]
}
