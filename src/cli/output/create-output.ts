import type { Output, OutputOptions } from './output.js'

/** The formats of `check --format`. */
export const formats = ['text', 'json', 'sarif', 'html'] as const

/** The output of a format; loads only the one that is asked for. */
export async function createOutput(format: string, options: OutputOptions): Promise<Output> {
  if (format === 'json') return (await import('./json.js')).createJsonOutput(options)
  if (format === 'sarif') return (await import('./sarif.js')).createSarifOutput()
  if (format === 'html') return (await import('./html.js')).createHtmlOutput(options)
  return (await import('./text.js')).createTextOutput(options)
}
