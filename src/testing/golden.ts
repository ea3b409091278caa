import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import type { Picture } from './render-pages.js'

/** How different a pixel may be, from 0 to 1, and how many pixels may be more different than that. */
const tolerance = { colour: 0.2, pixels: 6 } as const

/** A golden image, and what to do when it is to be renewed. */
export type GoldenPlace = Readonly<{ folder: string; name: string; test: string }>

/**
 * Compares a picture with the golden image of that name, pixel by pixel.
 * With `GOLDEN=write` in the environment the golden image is written instead.
 *
 * @returns undefined when they are alike; else what differs, where both pictures are, and the command that renews
 */
export function compareWithGolden(picture: Picture, { folder, name, test }: GoldenPlace): string | undefined {
  const file = join(folder, `${name}.png`)
  const renew = `GOLDEN=write npx vitest run ${test}`
  if (process.env.GOLDEN === 'write') {
    write(file, picture)
    return undefined
  }
  if (!existsSync(file)) return `${name}: no golden image yet; make it with: ${renew}`
  const golden = PNG.sync.read(readFileSync(file))
  const actual = join(tmpdir(), 'hengxiao-golden', `${name}.actual.png`)
  if (golden.width !== picture.width || golden.height !== picture.height) {
    write(actual, picture)
    return `${name}: another page size; see ${actual}; if it is meant: ${renew}`
  }
  const { width, height } = picture
  const difference = new Uint8ClampedArray(golden.data.length)
  const pixels = pixelmatch(golden.data, grey(picture).data, difference, width, height, {
    threshold: tolerance.colour,
    includeAA: true,
  })
  if (pixels <= tolerance.pixels) return undefined
  const marked = join(tmpdir(), 'hengxiao-golden', `${name}.difference.png`)
  write(actual, picture)
  write(marked, { width, height, data: difference }, 'colour')
  return `${name}: ${pixels} pixels differ; see ${actual} and ${marked}; if it is meant: ${renew}`
}

function write(file: string, picture: Picture, ink: 'grey' | 'colour' = 'grey'): void {
  mkdirSync(dirname(file), { recursive: true })
  const png = new PNG({ width: picture.width, height: picture.height })
  png.data = Buffer.from(ink === 'grey' ? grey(picture).data : picture.data)
  writeFileSync(file, PNG.sync.write(png, { colorType: ink === 'grey' ? 0 : 2, deflateLevel: 9 }))
}

/** Sixteen shades are enough to see a change and make files half the size. */
function grey({ width, height, data }: Picture): Picture {
  const shades = data.slice()
  for (let at = 0; at < shades.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
    const shade = Math.round((0.299 * red + 0.587 * green + 0.114 * blue) / 17) * 17
    shades.fill(shade, at, at + 3)
    shades[at + 3] = 255
  }
  return { width, height, data: shades }
}
