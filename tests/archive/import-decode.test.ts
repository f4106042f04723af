// Which encoding a text is in, told from its bytes.
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../electron/archive/importers/decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), !big)
  return bytes
}
const joined = (...parts: (Uint8Array | number[])[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const texts = {
  english: 'I sold plums by the station.\nThe mornings were cold.',
  spanish: '¿Cuándo empezó? Empecé en la lavandería, señora, hace años.',
  arabic: 'كنت أعمل في المغسلة كل يوم من الصباح.\nوكنا نغني معا.',
  chinese: '我在市场卖菜，每天早上四点起床。\n我们一起吃早饭。',
  thai: 'ฉันทำงานกะกลางคืนที่โรงพยาบาล\nเช้ามืดเราดื่มกาแฟด้วยกัน',
  hindi: 'मैं बाज़ार में काम करती थी।\nसुबह बहुत ठंड होती थी।',
}

describe.each(Object.entries(texts))('%s', (_name, text) => {
  test('in UTF-8 with and without a mark', () => {
    expect(decodeText(utf8(text))).toEqual({ text, encoding: 'utf-8', notices: [] })
    expect(decodeText(joined([0xef, 0xbb, 0xbf], utf8(text)))).toEqual({ text, encoding: 'utf-8', notices: [] })
  })
  test('in UTF-16 with a mark', () => {
    expect(decodeText(joined([0xff, 0xfe], utf16(text, false)))).toEqual({ text, encoding: 'utf-16le', notices: [] })
    expect(decodeText(joined([0xfe, 0xff], utf16(text, true)))).toEqual({ text, encoding: 'utf-16be', notices: [] })
  })
  test('in UTF-16 without one', () => {
    expect(decodeText(utf16(text, false))).toEqual({ text, encoding: 'utf-16le', notices: ['encodingGuessed'] })
    expect(decodeText(utf16(text, true))).toEqual({ text, encoding: 'utf-16be', notices: ['encodingGuessed'] })
  })
})

test('Windows-1252, with its quotes and euro', () => {
  const bytes = Uint8Array.from([
    0x93, 0x45, 0x6d, 0x70, 0x65, 0x63, 0xe9, 0x94, 0x20, 0x80, 0x35, 0x20, 0x61, 0xf1, 0x6f, 0x73,
  ])
  expect(decodeText(bytes)).toEqual({
    text: '“Empecé” €5 años',
    encoding: 'windows-1252',
    notices: ['encodingGuessed'],
  })
})

test('UTF-8 that was cut within a letter stays UTF-8', () => {
  const read = decodeText(utf8(texts.arabic).slice(0, -2))
  expect(read.encoding).toBe('utf-8')
  expect(read.notices).toContain('brokenBytesReplaced')
  expect(read.text.slice(0, 20)).toBe(texts.arabic.slice(0, 20))
})

test('line ends become LF and NULs are seen', () => {
  expect(decodeText(utf8('a\r\nb\rc\nd')).text).toBe('a\nb\nc\nd')
  expect(decodeText(utf8(`${texts.english}\0`))).toMatchObject({
    text: `${texts.english}\uFFFD`,
    notices: ['brokenBytesReplaced'],
  })
})

test('what is no text is refused', () => {
  expect(() => decodeText(new Uint8Array())).toThrow('fileEmpty')
  const noise = Uint8Array.from({ length: 4096 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 0xff)
  expect(() => decodeText(noise)).toThrow('notText')
  expect(() => decodeText(new Uint8Array(100))).toThrow('notText')
  expect(() =>
    decodeText(
      joined(
        utf8('RIFF'),
        [0x24, 8, 0, 0],
        utf8('WAVEfmt '),
        [16, 0, 0, 0, 1, 0, 2, 0, 0x44, 0xac, 0, 0, 1, 2, 3, 4, 5, 6, 7, 0, 0],
      ),
    ),
  ).toThrow('notText')
})
