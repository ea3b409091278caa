import type { Place } from '../../../document/document.js'

/** A 文号 as printed, in its parts. */
export type Mention = Readonly<{
  printed: string
  issuer: string
  open: string
  close: string
  year: string
  number: string
  place: Place
}>

const pattern =
  /([\u4e00-\u9fa5]{2,10})([〔﹝[［(（【〈])(20\d{2}|19\d{2})([〕﹞\]］)）】〉])(第?)\s*(\d{1,4})\s*号/g

/** A year in brackets of any kind: no 文号 is without one. */
export const bracketedYear = /[〔﹝[［(（【〈](?:20|19)\d{2}[〕﹞\]］)）】〉]/

/** Every 文号 of a text. */
export function mentionsOf(text: string, at: (quote: string) => Place): readonly Mention[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [printed, words = '', open = '', year = '', close = '', , number = ''] = match
    const issuer = words.replace(/^.*?(?=[\u4e00-\u9fa5]{1,6}$)/, '').slice(-6)
    return { printed, issuer, open, close, year, number, place: at(printed) }
  })
}
