import { type Work, work } from './work.js'
import { civil, culture, education, health } from './works-for-people.js'
import { farming, forestry, transport, water } from './works-on-the-land.js'

export type { Measure, Work } from './work.js'

/** Units of one supervising department, itself first. All names are invented. */
export type Department = Readonly<{ code: string; works: readonly Work[] }>

/** The eight departments of 云溪县 with their 32 units. */
export const departments: readonly Department[] = [
  water,
  farming,
  education,
  health,
  civil,
  transport,
  culture,
  forestry,
].map((lines, index) => ({ code: `43990${index + 1}`, works: lines.map(work) }))

/** 云溪县 does not exist. */
export const county = '云溪县'
