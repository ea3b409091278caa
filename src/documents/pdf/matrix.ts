/** A transformation as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export type Point = readonly [x: number, y: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The transformation that applies `inner` first and `outer` to its result. */
export function compose(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

export function transformPoint([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** Six numbers from an array, or the identity where there are not six. */
export function readMatrix(values: ArrayLike<number> | null | undefined): Matrix {
  const [a, b, c, d, e, f] = Array.from({ length: 6 }, (_, at) => values?.[at])
  if (a === undefined || b === undefined || c === undefined) return identity
  if (d === undefined || e === undefined || f === undefined) return identity
  return [a, b, c, d, e, f]
}
