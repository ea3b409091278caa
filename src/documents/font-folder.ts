import { fileURLToPath } from 'node:url'

/** The open fonts of our PDF files; as far from here as from the built program. */
export const fontFolder = fileURLToPath(new URL('../../fonts', import.meta.url))
