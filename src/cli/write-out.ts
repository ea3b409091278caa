/** Writes to standard output and waits for a slow reader, so that output never piles up in memory. */
export function writeOut(text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === '' || process.stdout.write(text)) resolve()
    else process.stdout.once('drain', resolve)
  })
}
