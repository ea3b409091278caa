import { escapeMarkup } from '../xml/escape-xml.js'

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Signs that XML cannot hold, and words that a spreadsheet would take for such a sign (`_x000D_`). */
const coded = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/g

/** Text as it stands in an attribute or element of a spreadsheet's parts. */
export function escapeXml(text: string): string {
  return escapeMarkup(text.replace(coded, codeOf))
}

function codeOf(sign: string): string {
  return `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

/** 0-based row and column → `B3`. */
export function addressOf(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}
