import type { Matrix, Point } from './matrix.js'
import { transformPoint } from './matrix.js'
import type { Box, Ruling } from './page-marks.js'

/** A filled rectangle thinner than this, in points, is a line; thicker, a background. */
const thickestLine = 3
/** How far a line may lean, in points, and still count as straight. */
const largestLean = 0.8

/** The commands of a path as pdfjs 5 encodes them, each followed by its numbers. */
const pathCommand = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const

export type Subpath = Readonly<{ points: readonly Point[]; isClosed: boolean; isCurved: boolean }>

/** Reads an encoded path as page points. */
export function parsePath(numbers: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: { points: Point[]; isClosed: boolean; isCurved: boolean }[] = []
  const pointAt = (at: number): Point => transformPoint(matrix, [numbers[at] ?? 0, numbers[at + 1] ?? 0])
  let at = 0
  while (at < numbers.length) {
    const command = numbers[at]
    const last = subpaths.at(-1)
    if (command === pathCommand.moveTo || last === undefined) {
      subpaths.push({ points: [pointAt(at + 1)], isClosed: false, isCurved: false })
    } else if (command === pathCommand.closePath) {
      last.isClosed = true
    } else {
      last.points.push(pointAt(at + lengthOf(command) - 2))
      if (command !== pathCommand.lineTo) last.isCurved = true
    }
    at += lengthOf(command)
  }
  return subpaths
}

function lengthOf(command: number | undefined): number {
  if (command === pathCommand.curveTo) return 7
  if (command === pathCommand.quadraticCurveTo) return 5
  return command === pathCommand.closePath ? 1 : 3
}

/** The straight lines that stroking the path draws; a stroke as thick as a background draws none. */
export function strokedRulings(subpaths: readonly Subpath[], width: number): Ruling[] {
  const thick = width > thickestLine + 1
  if (thick) return []
  return subpaths.flatMap(({ points, isClosed }) => {
    const first = points[0]
    const corners = isClosed && first !== undefined ? [...points, first] : points
    return corners.slice(1).flatMap((end, at) => segmentRuling(corners[at] ?? end, end))
  })
}

function segmentRuling([x1, y1]: Point, [x2, y2]: Point): Ruling[] {
  const isHorizontal = Math.abs(y1 - y2) <= largestLean
  const isVertical = Math.abs(x1 - x2) <= largestLean
  if (isHorizontal === isVertical) return []
  return isHorizontal
    ? [{ axis: 'horizontal', at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) }]
    : [{ axis: 'vertical', at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) }]
}

/** The lines that filling the path draws: thin rectangles, and the frame between two nested ones. */
export function filledRulings(subpaths: readonly Subpath[]): Ruling[] {
  const boxes = subpaths.filter(({ isCurved }) => !isCurved).map(({ points }) => boundingBox(points))
  const [outer, inner] = boxes
  if (boxes.length === 2 && outer !== undefined && inner !== undefined && isFrame(outer, inner)) {
    return frameRulings(outer)
  }
  return boxes.flatMap(thinRuling)
}

export function boundingBox(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

/** The part of a line that is seen through the clip. */
export function clipRuling(ruling: Ruling, { left, right, top, bottom }: Box): Ruling[] {
  const isHorizontal = ruling.axis === 'horizontal'
  const [low, high] = isHorizontal ? [top, bottom] : [left, right]
  const from = Math.max(ruling.from, isHorizontal ? left : top)
  const to = Math.min(ruling.to, isHorizontal ? right : bottom)
  const isSeen = low - 1 <= ruling.at && ruling.at <= high + 1 && from < to
  return isSeen ? [{ ...ruling, from, to }] : []
}

function thinRuling({ left, right, top, bottom }: Box): Ruling[] {
  const width = right - left
  const height = bottom - top
  if (height <= thickestLine && width > height) {
    return [{ axis: 'horizontal', at: (top + bottom) / 2, from: left, to: right }]
  }
  if (width <= thickestLine && height > width) {
    return [{ axis: 'vertical', at: (left + right) / 2, from: top, to: bottom }]
  }
  return []
}

function isFrame(one: Box, other: Box): boolean {
  const sides = [
    one.left - other.left,
    one.right - other.right,
    one.top - other.top,
    one.bottom - other.bottom,
  ]
  const isThin = sides.every((difference) => Math.abs(difference) <= thickestLine)
  return isThin && one.right - one.left > thickestLine * 2 && one.bottom - one.top > thickestLine * 2
}

function frameRulings({ left, right, top, bottom }: Box): Ruling[] {
  return [
    { axis: 'horizontal', at: top, from: left, to: right },
    { axis: 'horizontal', at: bottom, from: left, to: right },
    { axis: 'vertical', at: left, from: top, to: bottom },
    { axis: 'vertical', at: right, from: top, to: bottom },
  ]
}
