import type { Paragraph, Place } from '../document/document.js'
import type { Claim } from './claim.js'
import type { Fact } from './fact.js'

/** A heading and the paragraphs below it, up to the next heading of its level or above. */
export type Section = Readonly<{
  /** As printed without its number: 存在的问题及原因分析. */
  title: string
  /** As printed: `（一）`, `3、`. Empty when the heading bears none. */
  number: string
  /** 1 for 一、, 2 for （一）, 3 for 1. */
  level: number
  heading: Paragraph
  /** Own paragraphs and those of deeper sections, without the heading. */
  paragraphs: readonly Paragraph[]
}>

/** One sentence, ended by 。；！？ or the end of its paragraph. */
export type Sentence = Readonly<{
  text: string
  /** Position of its first character in the paragraph's text. */
  start: number
  paragraph: Paragraph
}>

/** Everything the prose of a filing says. */
export type Narrative = Readonly<{
  title: Place | undefined
  sections: readonly Section[]
  sentences: readonly Sentence[]
  /** Every number with a unit in the prose. */
  facts: readonly Fact[]
  /** Relations between facts that the prose states. */
  claims: readonly Claim[]
}>
