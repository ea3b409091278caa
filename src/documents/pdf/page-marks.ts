/** How a glyph stands: read along the line, downwards, or upwards (a turned label in a narrow cell). */
export type Turn = 'none' | 'down' | 'up'

/** One character where it is printed. Points from the top left of the page as seen. */
export type Glyph = Readonly<{
  text: string
  left: number
  right: number
  top: number
  bottom: number
  size: number
  turn: Turn
  /** Glyphs of one drawing command share it. */
  run: number
}>

/** A straight line, or a rectangle thin enough to be one. `at` is its distance from the page's other axis. */
export type Ruling = Readonly<{
  axis: 'horizontal' | 'vertical'
  at: number
  from: number
  to: number
}>

/** What is printed on a page, before anyone knows what it means. */
export type PageMarks = Readonly<{
  width: number
  height: number
  glyphs: readonly Glyph[]
  rulings: readonly Ruling[]
  /** Whether slanted text (a watermark) was left out. */
  slanted: boolean
  /** How many glyphs are printed invisibly, as under the image of a recognised scan. */
  hidden: number
}>

export type Box = Readonly<{ left: number; right: number; top: number; bottom: number }>
