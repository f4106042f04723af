// What WAV (INFO, Broadcast Wave's bext, iXML, XMP), AIFF and CAF say in chunks of their own.
import { bytesAt, chunksOf } from './bytes.ts'
import { sayingsOfId3 } from './says-id3.ts'
import type { Sayings } from '../sayings.ts'
import type { RandomAccess } from './index.ts'

const mostText = 64 * 1024

/** UTF-8 where it is that, else Latin-1. */
export function plainText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('latin1').decode(bytes)
  }
}

async function textAt(access: RandomAccess, at: number, length: number): Promise<string> {
  return plainText((await bytesAt(access, at, Math.min(length, mostText))).bytes)
}

export async function sayingsOfRiff(access: RandomAccess, says: Sayings): Promise<void> {
  for await (const { name, at, length } of chunksOf(access, 12, true)) {
    if (says.isFull) return
    if (name === 'LIST') await sayingsOfInfo(access, at, length, says)
    else if (name === 'bext') await sayingsOfBext(access, at, says)
    else if (name === 'iXML' || name === '_PMX' || name === 'axml' || name === 'aXML')
      sayElements(await textAt(access, at, length), says)
    else if (name.toLowerCase() === 'id3 ') await sayingsOfId3(access, at, says)
    else if (name === 'cart') says.add('title', await textAt(access, at + 4, 64))
  }
}

async function sayingsOfInfo(access: RandomAccess, at: number, length: number, says: Sayings): Promise<void> {
  if ((await bytesAt(access, at, 4)).name(0, 4) !== 'INFO') return
  for await (const field of chunksOf(access, at + 4, true)) {
    if (field.at > at + length || says.isFull) return
    says.add(field.name, await textAt(access, field.at, field.length))
  }
}

/** EBU Tech 3285: fields of fixed lengths, ended early by a zero. */
async function sayingsOfBext(access: RandomAccess, at: number, says: Sayings): Promise<void> {
  const fields = [
    ['note', 0, 256],
    ['originator', 256, 32],
    ['originatorReference', 288, 32],
  ] as const
  for (const [field, from, length] of fields) {
    const [said = ''] = (await textAt(access, at + from, length)).split('\0')
    says.add(field, said)
  }
  const when = [await textAt(access, at + 320, 10), await textAt(access, at + 330, 8)].join(' ')
  says.add('date', when.replaceAll('\0', ''))
}

/** Elements and attributes of XML that hold text, by their names; nothing is resolved, nothing nested. */
function sayElements(xml: string, says: Sayings): void {
  for (const [, name = '', text = ''] of xml.matchAll(/<(?:[\w-]{1,40}:)?([\w-]{1,60})>([^<]{1,600})</g))
    says.add(name, named(name, text))
  for (const [, name = '', text = ''] of xml.matchAll(/\s(?!xmlns)(?:[\w-]{1,40}:)?([\w-]{1,60})="([^"<]{1,600})"/g))
    says.add(name, named(name, text))
}

const named = (name: string, text: string): string => (text.trim() === '' ? '' : `${name}: ${text}`)

export async function sayingsOfAiff(access: RandomAccess, says: Sayings): Promise<void> {
  for await (const { name, at, length } of chunksOf(access, 12, false)) {
    if (name === 'ID3 ') await sayingsOfId3(access, at, says)
    if (['NAME', 'AUTH', 'ANNO', '(c) '].includes(name)) says.add(name, await textAt(access, at, length))
  }
}

export async function sayingsOfCaf(access: RandomAccess, says: Sayings): Promise<void> {
  let at = 8
  for (let chunks = 0; chunks < 100 && at + 12 <= access.size; chunks++) {
    const { name, view } = await bytesAt(access, at, 12)
    const length = Number(view.getBigInt64(4))
    if (length < 0) return
    if (name(0, 4) === 'info') {
      const words = (await textAt(access, at + 16, length - 4)).split('\0')
      for (let word = 0; word + 1 < words.length; word += 2) says.add(words[word] ?? '', words[word + 1] ?? '')
    }
    at += 12 + length
  }
}
