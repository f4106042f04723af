// What a file is, which files belong together, and which language a text is in.
import { describe, expect, test } from 'vitest'
import { matchByName } from '../../electron/archive/importers/match-by-name.ts'
import type { NamedFile } from '../../electron/archive/importers/match-by-name.ts'
import { recognise } from '../../electron/archive/importers/recognise.ts'
import { readTranscript } from '../../electron/archive/importers/read-transcript.ts'
import { guessLanguage } from '../../shared/domain/languages/language-guess.ts'
import { ownMs } from '../support/own-time.ts'

const bytes = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((character) => character.charCodeAt(0) & 0xff))

test.each([
  ['a.txt', 'We sang.', 'text'],
  ['a', 'We sang.', 'text'],
  ['a.srt', 'WEBVTT\n\n', 'webvtt'],
  ['a.txt', '\xef\xbb\xbfWEBVTT\n', 'webvtt'],
  ['a.txt', '1\n00:00:01,000 --> 00:00:02,000\nx', 'subrip'],
  ['a.txt', '0:00:01.000,0:00:02.000\nx', 'subrip'],
  ['a.vtt', 'no signature', 'webvtt'],
  ['a.txt', 'RIFF\x10\0\0\0WAVEfmt ', 'sound'],
  ['a.wav', '\xff\xfbPd', 'sound'],
  ['a.mp3', 'ID3\x03', 'sound'],
  ['a.x', '\0\0\0 ftypM4A ', 'sound'],
  ['a.x', 'OggS\0\x02', 'sound'],
  ['a.x', '\x1aE\xdf\xa3', 'sound'],
  ['a.mp3', '\x89PNG\r\n\x1a\n', 'picture'],
  ['a.jpg', '\xff\xd8\xff\xe0', 'picture'],
  ['a.txt', '\xff\xfeW\0e\0', 'text'],
  ['a.txt', '\xfe\xff\0W\0e', 'text'],
  ['a.pdf', '%PDF-1.7', 'unknown'],
  ['a.txt', '%PDF-1.7', 'unknown'],
  ['a.docx', 'PK\x03\x04', 'unknown'],
  ['a.html', '<!doctype html>', 'unknown'],
])('%s holding %j is %s', (name, head, kind) => expect(recognise(name, bytes(head))).toBe(kind))

test.each([
  ['with NULs all over', 'WEBVTT\n\0\0\0\0\0\0\0\0\0\0\0\0\n\n00:00.000 --> 00:01.000\nhello\0\n', 'webvtt'],
  ['after a byte order mark', '\ufeffWEBVTT - a title\n\n00:00.000 --> 00:01.000\nhello\n', 'webvtt'],
  ['that only begins like it', 'WEBVTTX\n\n00:00.000 --> 00:01.000\nhello\n', 'text'],
])('a WebVTT file %s is told by its signature', (_, words, kind) => {
  expect(recognise('talk.txt', new TextEncoder().encode(words))).toBe(kind)
})

describe('by name', () => {
  const file = (name: string): NamedFile => ({ id: name, name, kind: recognise(name, new Uint8Array()) })
  test.each([
    ['rosa.wav', 'rosa.txt'],
    ['Rosa Delgado.WAV', 'rosa_delgado_transcript.txt'],
    ['rosa_audio.mp3', 'Rosa-transcripción.txt'],
    ['rosa.m4a', 'rosa.en.vtt'],
    ['rosa (1).mp3', 'rosa.srt'],
    ['rosa.mp3', 'rosa.mp3.txt'],
    ['señora luz.ogg', 'sen\u0303ora_luz.txt'],
    ['录音 王.wav', '录音_王 文字稿.txt'],
  ])('%s and %s', (sound, transcript) => {
    expect(matchByName([sound, 'other.txt', transcript].map(file))).toContainEqual({ sound, transcript })
  })
  test('what leaves a doubt stays alone', () => {
    const names = [
      'rosa part 1.mp3',
      'rosa part 2.mp3',
      'rosa.txt',
      'ana.wav',
      'ana.mp3',
      'ana.txt',
      'audio.wav',
      'transcript.txt',
      'rosa.png',
    ]
    const found = matchByName(names.map(file))
    expect(found.filter((match) => match.sound !== null && match.transcript !== null)).toEqual([])
    expect(found).toHaveLength(8)
  })
})

test.each([
  ['en', 'ltr', 'I was in the laundry when the rain began, and we sang with the others until it was dark.'],
  ['es', 'ltr', 'Yo trabajaba en la lavandería con mi prima y cuando llovía cantábamos para no pensar en el frío.'],
  ['fr', 'ltr', 'Je travaillais dans la blanchisserie avec ma cousine et nous chantions pour ne pas penser au froid.'],
  ['pt', 'ltr', 'Eu trabalhava na lavanderia com minha prima e quando chovia a gente cantava para não pensar no frio.'],
  [
    'de',
    'ltr',
    'Ich habe in der Wäscherei mit meiner Cousine gearbeitet und wir haben gesungen, wenn es geregnet hat.',
  ],
  [
    'it',
    'ltr',
    'Io lavoravo nella lavanderia con mia cugina e quando pioveva si cantava per non pensare al freddo che era molto.',
  ],
  [
    'nl',
    'ltr',
    'Ik werkte in de wasserij met mijn nicht en we zongen als het regende, dat was het mooiste van de dag.',
  ],
  [
    'tl',
    'ltr',
    'Nagtatrabaho ako sa labahan kasama ang pinsan ko at kumakanta kami kapag umuulan para hindi namin maramdaman ang lamig.',
  ],
  [
    'vi',
    'ltr',
    'Tôi làm ở tiệm giặt với chị họ và khi trời mưa chúng tôi hát để không nghĩ đến cái lạnh của những ngày đó.',
  ],
  ['ar', 'rtl', 'كنت أعمل في المغسلة مع ابنة خالتي'],
  ['fa', 'rtl', 'من در لباس‌شویی کار می‌کردم و با هم چای می‌خوردیم'],
  ['he', 'rtl', 'עבדתי במכבסה עם בת הדודה שלי'],
  ['th', 'ltr', 'ฉันทำงานที่ร้านซักผ้า'],
  ['zh', 'ltr', '我在洗衣店工作，跟我的表姐一起。'],
  ['ja', 'ltr', '私は洗濯屋で働いていました。'],
  ['ko', 'ltr', '저는 세탁소에서 일했어요.'],
  ['ru', 'ltr', 'Я работала в прачечной с сестрой, и мы пели песни.'],
  ['uk', 'ltr', 'Я працювала в пральні з сестрою, і ми співали її пісні.'],
  ['hi', 'ltr', 'मैं धोबीघर में काम करती थी।'],
  ['km', 'ltr', 'ខ្ញុំធ្វើការនៅហាងបោកអ៊ុត'],
  ['my', 'ltr', 'ကျွန်မ အဝတ်လျှော်ဆိုင်မှာ လုပ်တယ်'],
  ['am', 'ltr', 'በልብስ ማጠቢያ እሠራ ነበር'],
  ['el', 'ltr', 'Δούλευα στο πλυντήριο με την ξαδέρφη μου.'],
  ['und', 'ltr', 'Rosa Delgado, Mina Park, Ana 1975'],
  ['und', 'ltr', '12 — 34'],
])('%s %s', (language, direction, text) => expect(guessLanguage(text)).toEqual({ language, direction }))

/** The same numbers each time, so that a failure comes again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('two thousand mutated transcripts: a transcript or a Failure, each within a second', () => {
  const random = randomFrom(7)
  const sources = [
    'Q: When?\nA: In spring. [00:01:02] We sang.\n\nAnd then.\n',
    'WEBVTT\n\n1\n00:01.000 --> 00:02.000\n<v Rosa>We <00:01.500>sang &amp; so.</v>\n\n',
    '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>We</i> sang.\n\n',
    '问：什么时候？\n答：二十岁。\n',
    'ROSA (0:01:02): We sang.\nMINA  0:04\nAll?\n',
    '**Rosa:** We -- sang\n<MINA> all — of us\n',
    'Title: x\nNarrator: Rosa\n\nWe sang.\n',
    ' '.repeat(60),
    '(((((((([[[[[[[[',
    'a'.repeat(80),
    '-->'.repeat(20),
    '::::::::',
    '&#x0;&amp',
    '1:00:'.repeat(20),
  ]
  let failures = 0
  for (let round = 0; round < 2000; round++) {
    const parts = Array.from({ length: 1 + random(40) }, () => sources[random(sources.length)] ?? '')
    const mutated = new TextEncoder().encode(parts.join(random(2) === 0 ? '' : '\n').repeat(random(10) === 0 ? 20 : 1))
    for (let i = random(30); i > 0; i--) mutated[random(mutated.length)] = random(256)
    const began = ownMs()
    try {
      const read = readTranscript(
        ['a.txt', 'a.vtt', 'a.srt', 'a'][random(4)] ?? '',
        mutated.subarray(random(5), mutated.length - random(5)),
      )
      expect(read.turns.every((turn) => turn.passages.length > 0 && turn.speaker < read.speakers.length)).toBe(true)
      for (const { wordTimes, text } of read.turns.flatMap((turn) => turn.passages)) {
        for (const word of wordTimes)
          expect(
            word.start >= 0 && word.start < word.end && word.end <= text.length && word.startMs <= word.endMs,
          ).toBe(true)
      }
    } catch (error) {
      expect((error as Error).name, String((error as Error).stack)).toBe('Failure')
      failures++
    }
    expect(ownMs() - began).toBeLessThan(1000)
  }
  expect(failures).toBeLessThan(2000)
})

test.each([
  ['spaces', ' '.repeat(500_000)],
  ['one letter', 'a'.repeat(500_000)],
  ['colons', ':'.repeat(500_000)],
  ['brackets', '['.repeat(500_000)],
  ['tags', 'WEBVTT\n\n00:00.000 --> 00:01.000\n' + '<b>'.repeat(20_000)],
  ['open tags', 'WEBVTT\n\n00:00.000 --> 00:01.000\nx' + '<'.repeat(200_000)],
  ['marks', `a${'\u0301'.repeat(200_000)}`],
  ['times', '[00:00:01]'.repeat(40_000)],
  ['short lines', 'A: b\n'.repeat(60_000)],
  ['stamps', 'WEBVTT\n\n00:00.000 --> 00:09.000\n' + '<00:00:01.000>a '.repeat(10_000)],
  ['names', Array.from({ length: 30_000 }, (_, i) => `Name${i.toString(36)}: hello there`).join('\n')],
  [
    'voices',
    'WEBVTT\n\n' + Array.from({ length: 10_000 }, (_, i) => `00:00.000 --> 00:01.000\n<v N${i}>x\n\n`).join(''),
  ],
])('half a million hostile %s in under a second', (_name, text) => {
  const began = ownMs()
  try {
    readTranscript('a.txt', new TextEncoder().encode(text))
  } catch (error) {
    expect((error as Error).name, String((error as Error).stack)).toBe('Failure')
  }
  expect(ownMs() - began).toBeLessThan(1000)
})
