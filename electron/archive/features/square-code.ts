// Words as a square code for a camera.
import { encode } from 'uqr'

/** An SVG path of the dark modules, and how many modules wide it is. */
export function squareCode(text: string): { readonly qrPath: string; readonly qrSize: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const qrPath = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return { qrPath, qrSize: size }
}
