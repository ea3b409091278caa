import { encode } from 'uqr'
import { words } from './words.zh.js'

/** A text as a picture that a telephone reads. */
export function QrCode({ text }: Readonly<{ text: string }>) {
  const { size, data } = encode(text, { ecc: 'M', border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return (
    <svg className="qr-code" role="img" aria-label={words.scan} viewBox={`0 0 ${size} ${size}`}>
      <path d={dark.join('')} shapeRendering="crispEdges" />
    </svg>
  )
}
