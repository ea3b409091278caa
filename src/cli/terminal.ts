const defaultColumns = 100
const narrowest = 60
const widest = 120

/** Colour and width for standard output: colour only on a terminal and while NO_COLOR is unset. */
export function terminalOptions(): { colour: boolean; columns: number } {
  const { isTTY, columns } = process.stdout
  const forced = process.env.FORCE_COLOR !== undefined && process.env.FORCE_COLOR !== '0'
  return {
    colour: (isTTY || forced) && (process.env.NO_COLOR ?? '') === '',
    columns: Math.min(widest, Math.max(narrowest, columns ?? defaultColumns)),
  }
}
