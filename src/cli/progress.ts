/** Shows how far a long run is. */
export type Progress = Readonly<{
  /** One more file is done. */
  step: () => void
  /** Wipes the bar, so that other output can be written. */
  clear: () => void
}>

const barLength = 24

/** A bar with count and remaining time on standard error; silent for one file and when nobody watches. */
export function createProgress(total: number, verb = '核对'): Progress {
  const { stderr } = process
  if (!stderr.isTTY || total < 2) return { step: () => {}, clear: () => {} }
  const started = Date.now()
  let done = 0
  return {
    step: () => {
      done += 1
      stderr.write(`\r\u001b[2K${renderBar({ verb, done, total, elapsed: Date.now() - started })}`)
    },
    clear: () => void stderr.write('\r\u001b[2K'),
  }
}

/** `核对 ██████░░░░ 120/300  还需约 8 秒`; elapsed time in milliseconds. */
export function renderBar({
  verb = '核对',
  done,
  total,
  elapsed,
}: {
  verb?: string
  done: number
  total: number
  elapsed: number
}): string {
  const filled = Math.round((barLength * done) / total)
  const seconds = done === 0 ? undefined : Math.ceil((elapsed * (total - done)) / done / 1000)
  const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled)
  return `${verb} ${bar} ${done}/${total}${seconds === undefined ? '' : `  还需约 ${durationWords(seconds)}`}`
}

function durationWords(seconds: number): string {
  return seconds < 100 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`
}
