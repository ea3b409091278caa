import type { Paragraph } from '../document/document.js'
import { foldInPlace } from '../exact/normalise.js'
import { onceFor } from '../remember.js'

/** A paragraph's text with full-width signs folded, every sign at its place. Made once for each paragraph. */
export const foldedText = onceFor(({ text }: Paragraph): string => foldInPlace(text))
