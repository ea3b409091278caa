import type { Keeper, Unsaved } from './save-state.js'

/**
 * Keeps unsaved changes in the browser's own storage, by person and filing: what one person left behind is never sent
 * as another. Where the storage is full or forbidden, they live as long as the page does.
 */
export function openKeeper(storage: Storage, accountId: string, filingId: string): Keeper {
  const key = `hengxiao.unsaved/${accountId}/${filingId}`
  return {
    load: () => parseUnsaved(read(storage, key)),
    keep: (unsaved) => {
      try {
        if (unsaved === null) storage.removeItem(key)
        else storage.setItem(key, JSON.stringify(unsaved))
      } catch {
        // A full storage must not stop the typing; the queue still holds and sends the changes.
      }
    },
  }
}

function read(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key)
  } catch {
    return null
  }
}

/** @returns null for what is not ours or damaged */
function parseUnsaved(text: string | null): Unsaved | null {
  if (text === null) return null
  try {
    const unsaved = JSON.parse(text) as Partial<Unsaved> | null
    const whole = typeof unsaved?.revision === 'string' && Array.isArray(unsaved.waiting)
    return whole ? (unsaved as Unsaved) : null
  } catch {
    return null
  }
}
