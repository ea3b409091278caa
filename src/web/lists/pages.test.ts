import { expect, it } from 'vitest'
import { shownPages } from './Pages.js'

it('shows the first page, the last, and five around the open one', () => {
  expect(shownPages(1, 1)).toEqual([1])
  expect(shownPages(1, 3)).toEqual([1, 2, 3])
  expect(shownPages(1, 31)).toEqual([1, 2, 3, 4, 5, 31])
  expect(shownPages(15, 31)).toEqual([1, 13, 14, 15, 16, 17, 31])
  expect(shownPages(31, 31)).toEqual([1, 27, 28, 29, 30, 31])
})

it('shows whole pages though the address asks for one past the last', () => {
  expect(shownPages(99, 3)).toEqual([1, 2, 3])
})
