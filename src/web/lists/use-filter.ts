import { useSearchParams } from 'react-router'

/** Filters of a list in the address, so that a list can be sent on and gone back to. */
export type ListFilter = Readonly<{
  get: (name: string) => string | undefined
  /** Sets some and goes to the first page; an empty text takes a filter away. */
  set: (changes: Readonly<Record<string, string | undefined>>) => void
  clear: () => void
  page: number
  size: number
  isSet: boolean
}>

const places = ['page', 'size']

export function useFilter(): ListFilter {
  const [params, setParams] = useSearchParams()
  const set = (changes: Readonly<Record<string, string | undefined>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (!('page' in changes)) after.delete('page')
        for (const [name, value] of Object.entries(changes))
          if (value === undefined || value === '') after.delete(name)
          else after.set(name, value)
        return after
      },
      { replace: true },
    )
  return {
    get: (name) => params.get(name) ?? undefined,
    set,
    clear: () => setParams({}, { replace: true }),
    page: positive(params.get('page'), 1),
    size: positive(params.get('size'), 50),
    isSet: [...params.keys()].some((name) => !places.includes(name)),
  }
}

function positive(text: string | null, otherwise: number): number {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : otherwise
}

/** One of the values allowed, or undefined. */
export function oneOf<const Value extends string>(
  text: string | undefined,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === text)
}
