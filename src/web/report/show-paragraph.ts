/** Brings a paragraph of the report into view. */
export function showParagraph(id: string): void {
  const paragraph = document.querySelector(`[data-paragraph="${CSS.escape(id)}"]`)
  paragraph?.scrollIntoView({ block: 'center' })
}
