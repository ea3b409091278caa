/** One command of the command line. */
export type Command = Readonly<{
  usage: string
  /**
   * Runs it with the arguments after its name and gives the exit status.
   *
   * @throws DomainError when it cannot be done; the caller prints its sentence and exits with 2
   */
  run: (args: readonly string[]) => Promise<number>
}>
