import type { ParagraphStyle } from '../../core/paper/printed.js'
import type { PrintedSection } from '../../core/paper/sections.js'

/** How a line over the whole width of a sheet looks. Sizes in points. */
export type LineLook = Readonly<{
  font: string
  size: number
  /** Distance of two lines. */
  pitch: number
  align: 'left' | 'center' | 'right'
  /** Begins two characters in. */
  indent: boolean
}>

const song = '宋体'
const titleFont = '方正小标宋简体'
const plain = { font: '仿宋_GB2312', size: 12, pitch: 21, align: 'left', indent: true } as const

/** Smaller than on paper: a row holds no more than 409 points, and a paragraph is one row. */
const report: Readonly<Record<ParagraphStyle, LineLook>> = {
  title: { font: titleFont, size: 18, pitch: 28, align: 'center', indent: false },
  heading1: { ...plain, font: '黑体' },
  heading2: { ...plain, font: '楷体_GB2312' },
  heading3: plain,
  body: plain,
  closing: { ...plain, align: 'right', indent: false },
  attachment: { ...plain, font: '黑体', indent: false },
}

const note = { font: song, size: 10.5, pitch: 18, align: 'left', indent: false } as const

/** Lines that belong to a form. */
export const formLooks = {
  title: { font: titleFont, size: 18, pitch: 28, align: 'center', indent: false },
  subtitle: { ...note, align: 'right' },
  signature: note,
} as const satisfies Readonly<Record<string, LineLook>>

/** A paragraph of the report, or one that stands beside a form. */
export function lookOf(kind: PrintedSection['kind'], style: ParagraphStyle): LineLook {
  return kind === 'report' || style === 'attachment' || style === 'title' ? report[style] : note
}
