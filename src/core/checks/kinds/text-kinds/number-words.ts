import { chineseNumber } from '../../../exact/chinese-number.js'
import type { NumberStyle } from '../../../narrative/numbering.js'

/** How a number is printed in a style: （七）, 3、, ⑤. */
export function numberWords(style: NumberStyle, ordinal: number): string {
  switch (style) {
    case 'chinese':
      return `${chineseNumber(ordinal)}、`
    case 'chineseBracket':
      return `（${chineseNumber(ordinal)}）`
    case 'arabic':
      return `${ordinal}.`
    case 'arabicBracket':
      return `（${ordinal}）`
    case 'circled':
      return String.fromCharCode('①'.charCodeAt(0) + ordinal - 1)
  }
}
