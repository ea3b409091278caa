import type { FileReport } from '../report.js'

/** Renders reports one after another, so that hundreds of files never stand in memory together. */
export type Output = Readonly<{
  begin: () => string
  /** @param index 0 for the first file */
  file: (report: FileReport, index: number) => string
  end: () => string
}>

/** What the user chose about output. */
export type OutputOptions = Readonly<{
  /** Also what holds and what cannot be checked. */
  all: boolean
  colour: boolean
  /** Width of the terminal in columns. */
  columns: number
  /** How many files will be given. */
  files: number
}>
