import type { Arguments, Drawing, Operations, Step } from './drawing.js'
import type { GraphicsState } from './graphics-state.js'
import { moveText, startText } from './graphics-state.js'
import { identity, readMatrix } from './matrix.js'
import type { Box, Glyph } from './page-marks.js'
import type { ShownGlyph } from './show-text.js'
import { showText } from './show-text.js'

const hiddenMode = 3

/** What each text command does to the page. */
export function textSteps(operations: Operations): [number, Step][] {
  return [
    [operations.beginText, ({ state }) => startText(state, identity)],
    [operations.setTextMatrix, ({ state }, [values]) => startText(state, readMatrix(values))],
    [operations.moveText, ({ state }, [x, y]) => moveText(state, x, y)],
    [operations.setLeadingMoveText, ({ state }, [x, y]) => moveText(assign(state, { leading: y }), x, y)],
    [operations.nextLine, ({ state }) => moveText(state, 0, state.leading)],
    [operations.setLeading, ({ state }, [leading]) => assign(state, { leading: -leading })],
    [operations.setCharSpacing, ({ state }, [spacing]) => assign(state, { characterSpacing: spacing })],
    [operations.setWordSpacing, ({ state }, [spacing]) => assign(state, { wordSpacing: spacing })],
    [operations.setHScale, ({ state }, [percent]) => assign(state, { horizontalScale: percent / 100 })],
    [operations.setTextRise, ({ state }, [rise]) => assign(state, { rise })],
    [
      operations.setTextRenderingMode,
      ({ state }, [mode]) => assign(state, { isHidden: mode === hiddenMode }),
    ],
    [operations.setFont, setFont],
    [operations.showText, drawText],
  ]
}

/** Changes the state and hands it on. */
export function assign(state: GraphicsState, change: Partial<GraphicsState>): GraphicsState {
  return Object.assign(state, change)
}

function setFont({ state, fonts }: Drawing, [name, size]: Arguments): void {
  state.font = fonts.get(name) ?? state.font
  state.fontSize = size
}

function drawText(drawing: Drawing, [shown]: [readonly ShownGlyph[]]): void {
  drawing.run += 1
  const { glyphs, slanted } = showText(drawing.state, shown, drawing.run)
  drawing.slanted ||= slanted
  if (drawing.state.isHidden) drawing.hidden += glyphs.length
  for (const glyph of glyphs) if (isSeen(glyph, drawing.state.clip)) drawing.glyphs.push(glyph)
}

function isSeen(glyph: Glyph, { left, right, top, bottom }: Box): boolean {
  const x = (glyph.left + glyph.right) / 2
  const y = (glyph.top + glyph.bottom) / 2
  return x >= left && x <= right && y >= top && y <= bottom
}
