import { DomainError } from '../../core/errors/errors.js'

const entities = new Map(Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }))
const largestCodePoint = 0x10ffff

/** Replaces the five entities of XML and character numbers; there are no others without a DTD. */
export function decodeEntities(text: string, part: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+)?;?/gi, (entity, name: string | undefined) => {
    const decoded = entity.endsWith(';') && name !== undefined ? decodeEntity(name) : undefined
    if (decoded === undefined) throw new DomainError('FILE_DAMAGED', { where: part })
    return decoded
  })
}

function decodeEntity(name: string): string | undefined {
  if (!name.startsWith('#')) return entities.get(name)
  const isHexadecimal = /^#x/i.test(name)
  const point = isHexadecimal ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  return point <= largestCodePoint ? String.fromCodePoint(point) : undefined
}
