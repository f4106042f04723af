// What kind of file it is: by what stands in it first, by its name only where that does not tell.
import { recallFileEnding } from '../../../shared/formats/recall.ts'

export type FileKind = 'text' | 'webvtt' | 'subrip' | 'sound' | 'picture' | 'recall' | 'unknown'

const byExtension: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  markdown: 'text',
  vtt: 'webvtt',
  srt: 'subrip',
  sbv: 'subrip',
  wav: 'sound',
  mp3: 'sound',
  m4a: 'sound',
  mp4: 'sound',
  m4b: 'sound',
  aac: 'sound',
  ogg: 'sound',
  oga: 'sound',
  opus: 'sound',
  flac: 'sound',
  webm: 'sound',
  mka: 'sound',
  wma: 'sound',
  aif: 'sound',
  aiff: 'sound',
  ape: 'sound',
  amr: 'sound',
  caf: 'sound',
  au: 'sound',
  '3gp': 'sound',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  webp: 'picture',
  tif: 'picture',
  tiff: 'picture',
  bmp: 'picture',
  heic: 'picture',
  avif: 'picture',
}

const notForUs = new Set(
  'pdf doc docx odt rtf xls xlsx ods ppt pptx zip 7z rar gz tar exe dll app dmg iso html htm xml json eaf'.split(' '),
)

/** @param head the file's first bytes; 4 KiB are enough, fewer are taken */
export function recognise(name: string, head: Uint8Array): FileKind {
  const bytes = bySignature(head)
  if (bytes !== null) return bytes
  const extension = /\.([\p{L}\p{N}]+)$/u.exec(name)?.[1]?.toLowerCase() ?? ''
  const guess = byExtension[extension]
  const text = textHead(head)
  if (name.endsWith(recallFileEnding)) return 'recall'
  if (text !== null) {
    if (/^\s*\{\s*"format"\s*:\s*"firsthand-recall"/.test(text)) return 'recall'
    if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'webvtt'
    if (/^\s*(?:\d{1,7}\s*[\r\n]+)?\s*-?(?:\d{1,4}:)?\d{1,3}:\d{1,2}(?:[.,:;]\d{1,4})?\s*-{1,3}>\s*-?\d/.test(text))
      return 'subrip'
    if (/^\s*\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}\s*[\r\n]/.test(text)) return 'subrip'
    if (guess === 'webvtt' || guess === 'subrip' || guess === 'text') return guess
    if (/^\s*(?:\{\\rtf|%PDF|<\?xml|<!doctype|<html)/i.test(text) || notForUs.has(extension)) return 'unknown'
    return head.length === 0 ? (guess ?? 'unknown') : 'text'
  }
  return guess === 'sound' || guess === 'picture' ? guess : 'unknown'
}

function bySignature(head: Uint8Array): FileKind | null {
  const at = (from: number, text: string): boolean =>
    [...text].every((character, i) => head[from + i] === character.charCodeAt(0))
  // NOTE: before anything is counted: a WebVTT file may be full of NULs, which its parser reads as U+FFFD.
  if (at(0, 'WEBVTT') || at(0, '\xef\xbb\xbfWEBVTT')) {
    const next = head[at(0, 'WEBVTT') ? 6 : 9]
    if (next === undefined || next === 0x20 || next === 0x09 || next === 0x0a || next === 0x0d) return 'webvtt'
  }
  if (at(0, '\x89PNG') || at(0, 'GIF8') || at(0, '\xff\xd8\xff') || at(0, 'II*\0') || at(0, 'MM\0*')) return 'picture'
  if (at(0, 'RIFF') || at(0, 'RF64')) return at(8, 'WAVE') ? 'sound' : at(8, 'WEBP') ? 'picture' : 'unknown'
  if (at(0, 'fLaC') || at(0, 'OggS') || at(0, 'ID3') || at(0, '\x1a\x45\xdf\xa3') || at(0, 'MAC ') || at(0, 'wvpk'))
    return 'sound'
  if (at(0, 'FORM') && (at(8, 'AIFF') || at(8, 'AIFC'))) return 'sound'
  if (
    at(0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11') ||
    at(0, 'DSD ') ||
    at(0, 'MPCK') ||
    at(0, 'MP+') ||
    at(0, 'caff') ||
    at(0, '.snd') ||
    at(0, '#!AMR')
  )
    return 'sound'
  if (at(4, 'ftyp')) return at(8, 'heic') || at(8, 'mif1') || at(8, 'avif') ? 'picture' : 'sound'
  // An MPEG or ADTS frame: eleven or twelve set bits, then a layer and a rate that exist.
  const [first = 0, second = 0, third = 0] = head
  const frame = first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (third & 0xf0) !== 0xf0
  if (frame && second !== 0xfe && second !== 0xff && (third & 0x0c) !== 0x0c) return 'sound'
  return at(0, 'PK\x03\x04') || at(0, '%PDF') || at(0, 'MZ') || at(0, '\x7fELF') ? 'unknown' : null
}

/** The head as text, or null where it cannot be text. */
function textHead(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head)
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  let even = 0
  let odd = 0
  let controls = 0
  for (let index = 0; index < head.length; index++) {
    const byte = head[index] ?? 0
    if (byte >= 32) continue
    if (byte === 0) {
      if (index % 2 === 0) even++
      else odd++
    } else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++
  }
  const mostly = Math.max(even, odd)
  if (mostly > head.length * 0.05 && Math.min(even, odd) * 20 <= mostly)
    return new TextDecoder(even > odd ? 'utf-16be' : 'utf-16le').decode(head)
  if (even + odd + controls > Math.max(8, head.length * 0.02)) return null
  return new TextDecoder('utf-8').decode(head)
}
