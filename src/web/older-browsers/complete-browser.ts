/**
 * Has what browsers before 2023 lack of ES2023 fetched; the others fetch nothing. Of all that `es2023.ts` brings,
 * `toSorted` came last to every browser.
 */
export async function completeBrowser(): Promise<void> {
  if (!('toSorted' in Array.prototype)) await import('./es2023.js')
}
