// A moment in the sound as a person writes it: 1:02:03.5, 12:41, 41.5 or 41,5.

/** Milliseconds; null for what is no moment. */
export function timeFrom(written: string): number | null {
  const parts = written.trim().replace(',', '.').split(':')
  if (parts.length > 3 || !parts.every((part, at) => (at === parts.length - 1 ? /^\d+(\.\d*)?$/ : /^\d+$/).test(part)))
    return null
  if (parts.slice(1).some((part) => Number(part) >= 60)) return null
  return Math.round(parts.reduce((seconds, part) => seconds * 60 + Number(part), 0) * 1000)
}

/** To the hundredth of a second where there is one: 12:41.25, 0:05. */
export function writtenTime(ms: number): string {
  const hundredths = Math.round(ms / 10)
  const seconds = Math.floor(hundredths / 100)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  const rest = hundredths % 100
  const end = rest === 0 ? '' : `.${two(rest).replace(/0$/, '')}`
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}${end}`
}
