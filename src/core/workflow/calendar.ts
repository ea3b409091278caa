const hoursOfChina = 8
const hour = 3_600_000

/** Clock and calendar of China, which has one time and no summer time. */
function inChina(instant: Date): Date {
  return new Date(instant.getTime() + hoursOfChina * hour)
}

/** Day in China, `2026-03-05`. */
export function dayOf(instant: Date): string {
  return inChina(instant).toISOString().slice(0, 10)
}

/** `3月5日 10:32`, in China. */
export function momentInWords(instant: Date): string {
  const local = inChina(instant)
  const time = local.toISOString().slice(11, 16)
  return `${local.getUTCMonth() + 1}月${local.getUTCDate()}日 ${time}`
}
