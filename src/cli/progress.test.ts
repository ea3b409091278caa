import { describe, expect, it } from 'vitest'
import { renderBar } from './progress.js'

describe('the progress bar', () => {
  it('shows count and remaining time', () => {
    expect(renderBar({ done: 75, total: 300, elapsed: 2000 })).toBe(
      `核对 ${'█'.repeat(6)}${'░'.repeat(18)} 75/300  还需约 6 秒`,
    )
  })

  it('speaks of minutes when it takes long', () => {
    expect(renderBar({ done: 1, total: 301, elapsed: 1000 })).toContain('还需约 5 分钟')
  })
})
