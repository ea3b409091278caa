import { words } from '../words.zh.js'

/** Stands where something is still being fetched; shows itself only after a moment. */
export function Loading() {
  return (
    <p className="loading" role="status">
      {words.loading}
    </p>
  )
}
