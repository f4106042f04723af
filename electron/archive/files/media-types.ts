// The types of media that an archive keeps, and the endings that their files have elsewhere.
import type { SoundFormat } from '../../../shared/domain/imported.ts'

/** NOTE: a format is called as its files end. */
export const soundTypes: Readonly<Record<SoundFormat, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
  webm: 'audio/webm',
  aac: 'audio/aac',
  aiff: 'audio/aiff',
  wma: 'audio/x-ms-wma',
  ape: 'audio/x-ape',
  wv: 'audio/x-wavpack',
  mpc: 'audio/x-musepack',
  dsf: 'audio/x-dsf',
  caf: 'audio/x-caf',
  au: 'audio/basic',
  amr: 'audio/amr',
  w64: 'audio/x-w64',
}

const endings: ReadonlyMap<string, string> = new Map([
  ...Object.entries(soundTypes).map(([format, type]) => [type, `.${format}`] as const),
  ['video/webm', '.webm'],
  ['video/mp4', '.mp4'],
  ['application/pdf', '.pdf'],
  ['image/jpeg', '.jpg'],
  ['image/png', '.png'],
  ['image/webp', '.webp'],
  ['text/plain', '.txt'],
])

/** Without the marks that the archive adds to it, as it is told to the outside. */
export function plainType(type: string): string {
  return type.split(';')[0] ?? type
}

/** The ending of a file of this type, with its point; `.bin` of a type that is not known. */
export function endingOf(type: string): string {
  return endings.get(plainType(type)) ?? '.bin'
}
