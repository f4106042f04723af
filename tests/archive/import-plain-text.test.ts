// Typed transcripts in the layouts people use: who speaks, when, and that no word is lost.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestPassage } from '../../electron/archive/importers/paragraphs.ts'
import { layOut } from '../../electron/archive/importers/plain-text-layout.ts'
import { readPlainText } from '../../electron/archive/importers/plain-text.ts'
import { readTranscript } from '../../electron/archive/importers/read-transcript.ts'
import type { ImportedTranscript } from '../../shared/domain/imported.ts'

const fixtures = join(import.meta.dirname, '../fixtures/transcripts')
const testimonies = join(import.meta.dirname, '../../../shared/data/testimonies')

const brief = (read: ImportedTranscript): string[][] =>
  read.turns.map((turn) => [read.speakers[turn.speaker]?.name ?? '', ...turn.passages.map((passage) => passage.text)])
const who = (read: ImportedTranscript): string[] => read.speakers.map(({ name, role }) => `${name}/${role}`)
const told = (read: ImportedTranscript): string =>
  read.turns.flatMap((turn) => turn.passages.map((passage) => passage.text)).join(' ')
const bare = (text: string): string => text.replace(/\s+/g, '')

/** The source without what was taken, and the passages: the same characters but white space. */
function expectNothingLost(text: string): string[] {
  const { taken } = layOut(text)
  let rest = ''
  let at = 0
  for (const { start, end } of taken) {
    expect(start).toBeGreaterThanOrEqual(at)
    rest += text.slice(at, start)
    at = end
  }
  rest += text.slice(at)
  const read = readPlainText(text, 'a.txt')
  expect(bare(told(read))).toBe(bare(rest))
  for (const turn of read.turns)
    for (const passage of turn.passages) expect(passage.text.length).toBeLessThanOrEqual(longestPassage)
  return taken.map(({ start, end }) => text.slice(start, end))
}

describe('the invented transcripts', () => {
  const read = (name: string): ImportedTranscript => readTranscript(name, readFileSync(join(fixtures, name)))

  test('English, question and answer, hard-wrapped, with a head', () => {
    const story = read('laundry.en.txt')
    expect(story.title).toBe('The back room')
    expect(story.language).toBe('en')
    expect(who(story)).toEqual(['/other', 'Mina Park/interviewer', 'Rosa Delgado/narrator'])
    expect(brief(story).slice(1)).toEqual([
      ['Mina Park', 'When did you begin at the laundry?'],
      [
        'Rosa Delgado',
        'I began in the spring of that year. My cousin worked there, and she told the owner that I was quick with my hands. The first week I only folded towels, well-made hotel towels, and carried them up.',
        'We sang while we worked. He said: sing louder, the machines are loud. So we did.',
      ],
      ['Mina Park', 'And the wages?'],
      [
        'Rosa Delgado',
        'Late, often. We wrote the hours on the wall with chalk, so nobody could say they were others. At 10:30 we had tea.',
      ],
    ])
    expect(brief(story)[0]).toEqual(['', 'Date: 3 March 2021'])
  })

  test('Spanish, names in capitals, one who speaks once', () => {
    const story = read('market.es.txt')
    expect(who(story)).toEqual(['ENTREVISTADORA/interviewer', 'DOÑA LUZ/narrator', 'HIJA/other'])
    expect(story.turns).toHaveLength(6)
    expect([story.language, story.title]).toEqual(['es', 'market.es'])
  })

  test('Arabic', () => {
    const story = read('night-shift.ar.txt')
    expect(who(story)).toEqual(['سؤال/interviewer', 'جواب/narrator'])
    expect([story.turns.length, story.language]).toEqual([4, 'ar'])
  })

  test('Chinese, with the full-width colon, and “she said:” stays prose', () => {
    const story = read('market.zh.txt')
    expect(who(story)).toEqual(['问/interviewer', '答/narrator'])
    expect(brief(story)[1]?.join('')).toContain('她说：手要快')
    expect([story.turns.length, story.language]).toEqual([4, 'zh'])
  })

  test('Thai, with names', () => {
    const story = read('night-shift.th.txt')
    expect(who(story)).toEqual(['ผู้สัมภาษณ์/interviewer', 'พี่นก/narrator'])
    expect([story.turns.length, story.language]).toEqual([4, 'th'])
  })

  test('numbered speakers with times on a line of their own', () => {
    const story = read('laundry.otter.txt')
    expect(who(story)).toEqual(['Speaker 1/other', 'Speaker 2/narrator'])
    expect(story.turns.map((turn) => [turn.passages[0]?.startMs, turn.passages[0]?.endMs])).toEqual([
      [3000, 9000],
      [9000, 3_731_000],
      [3_731_000, 3_735_000],
      [3_735_000, null],
    ])
  })

  test('all of them, nothing lost', () => {
    for (const name of readdirSync(fixtures))
      if (name.endsWith('.txt')) expectNothingLost(readFileSync(join(fixtures, name), 'utf8'))
  })
})

describe('labels', () => {
  const two = (first: string, second: string): string =>
    `${first} When did you begin?\n${second} In the spring.\n${first} And then?\n${second} We sang.\n`
  test.each([
    ['Q:', 'A:', 'Q', 'A'],
    ['Q.', 'A.', 'Q', 'A'],
    ['Q\t', 'A\t', 'Q', 'A'],
    ['INT.:', 'Mrs. Adams:', 'INT.', 'Mrs. Adams'],
    ['INTERVIEWER —', 'MRS. ADAMS —', 'INTERVIEWER', 'MRS. ADAMS'],
    ['[MINA]', '[ROSA]', 'MINA', 'ROSA'],
    ['<MINA>', '<ROSA>', 'MINA', 'ROSA'],
    ['**Mina:**', '**Rosa Delgado:**', 'Mina', 'Rosa Delgado'],
    ['**Mina**:', '**Rosa**:', 'Mina', 'Rosa'],
    ['__Mina__:', '*Rosa*:', 'Mina', 'Rosa'],
    ['Speaker 1:', 'Speaker 2:', 'Speaker 1', 'Speaker 2'],
    ['María de la Luz:', "Anne-Marie O'Neil:", 'María de la Luz', "Anne-Marie O'Neil"],
    ['INTERVIEWER:', 'D.R.:', 'INTERVIEWER', 'D.R.'],
    ['P:', 'R:', 'P', 'R'],
    ['I:', 'N:', 'I', 'N'],
    ['聞き手：', '花子：', '聞き手', '花子'],
    ['Интервьюер:', 'Ольга:', 'Интервьюер', 'Ольга'],
    ['שאלה:', 'תשובה:', 'שאלה', 'תשובה'],
  ])('%s %s', (first, second, one, other) => {
    const read = readPlainText(two(first, second), 'a.txt')
    expect(brief(read)).toEqual([
      [one, 'When did you begin?'],
      [other, 'In the spring.'],
      [one, 'And then?'],
      [other, 'We sang.'],
    ])
    expectNothingLost(two(first, second))
  })

  test.each([
    ['a verb of saying', 'He said: come in.\nShe said: no.\nHe said: then stay.\nShe said: I will.\n'],
    ['a remark', 'One thing: it rained.\n\nAnother thing: we were young.\n\nOne thing: it rained again.\n'],
    ['a note', 'Note: this is long.\n\nNote: this is longer.\n\nNote: and this.\n'],
    ['a time of day', 'We left at 10:30 and came home at 12:15.\nAt 10:30 there was tea.\n'],
    ['one name once', 'Dear Rosa: I write to you about the laundry.\n\nIt is warm here and I think of you.\n'],
    ['initials', 'A. G. Hart came first.\n\nA. G. Hart left last.\n\nQ. was a letter we liked.\n'],
    ['stage directions', '[LAUGHTER] We sang.\n[MUSIC] We danced.\n[LAUGHTER] Again.\n[MUSIC] And again.\n'],
    ['an address', 'http://example.org is where it was.\nhttp://example.org again.\n'],
    ['a Chinese verb of saying', '她说：手要快。\n他说：心要稳。\n她说：好。\n他说：好。\n'],
  ])('%s is no speaker', (_name, text) => {
    const read = readPlainText(text, 'a.txt')
    expect(who(read)).toEqual(['/narrator'])
    expect(bare(told(read))).toBe(bare(text))
  })

  test('words before the first label and after a blank line stay', () => {
    expect(
      brief(readPlainText('At her kitchen table.\n\nQ: When?\n\nA: In spring.\n\nAnd in autumn.\n', 'a.txt')),
    ).toEqual([
      ['', 'At her kitchen table.'],
      ['Q', 'When?'],
      ['A', 'In spring.', 'And in autumn.'],
    ])
  })
})

describe('times', () => {
  const spans = (text: string): unknown[] =>
    readPlainText(text, 'a.txt').turns.flatMap((turn) =>
      turn.passages.map(({ startMs, endMs, text: words }) => [startMs, endMs, words]),
    )
  test.each([
    [
      '[00:12:03] ROSA: We sang.\n[00:12:09] MINA: All of you?\n[00:12:11] ROSA: All.\n',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, 731_000, 'All of you?'],
        [731_000, null, 'All.'],
      ],
    ],
    [
      'ROSA (00:12:03): We sang.\nMINA (00:12:09): All?\n',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, null, 'All?'],
      ],
    ],
    [
      'ROSA (00:12:03)\nWe sang.\n\nMINA (00:12:09)\nAll?\n',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, null, 'All?'],
      ],
    ],
    [
      '00:12:03 ROSA\nWe sang.\n\n00:12:09 MINA\nAll?\n',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, null, 'All?'],
      ],
    ],
    [
      '[00:12:03] We sang. [00:12:09] All of us.',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, null, 'All of us.'],
      ],
    ],
    [
      '(12:03) We sang.\n(12:09) All.\n',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, null, 'All.'],
      ],
    ],
    [
      '{12:03} We sang.\n{12:09} All.\n',
      [
        [723_000, 729_000, 'We sang.'],
        [729_000, null, 'All.'],
      ],
    ],
    [
      '00:12:03.500 We sang.\n00:12:09.250 All.\n',
      [
        [723_500, 729_250, 'We sang.'],
        [729_250, null, 'All.'],
      ],
    ],
    [
      '00:12:03:05 We sang.\n00:12:09:10 All.\n',
      [
        [723_200, 729_400, 'We sang.'],
        [729_400, null, 'All.'],
      ],
    ],
    [
      '[00:00:01 - 00:00:04] We sang.\n[00:00:06 - 00:00:09] All.\n',
      [
        [1000, 4000, 'We sang.'],
        [6000, 9000, 'All.'],
      ],
    ],
    [
      '0:00\nWe sang.\n0:04\nAll.\n',
      [
        [0, 4000, 'We sang.'],
        [4000, null, 'All.'],
      ],
    ],
    ['We met (10:30) by the door.\n', [[null, null, 'We met (10:30) by the door.']]],
  ])('%j', (text, wanted) => expect(spans(text)).toEqual(wanted))
})

describe('paragraphs', () => {
  const passages = (text: string): string[] =>
    readPlainText(text, 'a.txt').turns.flatMap((turn) => turn.passages.map((passage) => passage.text))

  test('a line each where lines are paragraphs', () => {
    expect(passages('We sang.\nWe danced.\nWe slept.\n')).toEqual(['We sang.', 'We danced.', 'We slept.'])
  })
  test('lines of a script without spaces join without one', () => {
    expect(
      passages(
        '我在市场卖菜，每天早上四点起床，冬天的时候手都冻\n红了，但是大家在一起就不觉得苦，一起说笑，一起吃\n早饭。\n',
      )[0],
    ).toContain('冻红了')
  })
  test('a huge paragraph is cut at sentence ends', () => {
    const sentence = 'We folded the sheets by the window and the light was good. '
    const cut = passages(sentence.repeat(120))
    expect(cut.length).toBeGreaterThan(4)
    for (const passage of cut) expect(passage.endsWith('good.')).toBe(true)
    expectNothingLost(sentence.repeat(120))
  })
  test('other line ends are line ends', () => {
    expect(passages('We sang.\u2029We danced.\fWe slept.\r\nWe woke.\u0085We ate.')).toEqual([
      'We sang.',
      'We danced.',
      'We slept.',
      'We woke.',
      'We ate.',
    ])
  })
  test('nothing but space is nothing', () => expect(() => readPlainText(' \n\n\t', 'a.txt')).toThrow('nothingInside'))
})

test('the title: a short first line alone, else the file’s name', () => {
  const title = (text: string): string => readPlainText(text, 'my_story (2).txt').title
  expect(title('The back room\n\nWe sang while we worked, and the machines sang too.\n')).toBe('The back room')
  expect(
    told(readPlainText('The back room\n\nWe sang while we worked, and the machines sang too.\n', 'a.txt')),
  ).toContain('The back room')
  expect(title('We sang while we worked.\n\nAnd the machines sang too.\n')).toBe('my story (2)')
})

describe('nothing is lost, whatever is written', () => {
  const word = fc.constantFrom(
    'We',
    'sang',
    'Rosa',
    'Q:',
    'A:',
    'INT.:',
    'ROSA:',
    'He said:',
    '[00:01:02]',
    '(1:02)',
    '00:01:02',
    '**Ana:**',
    '-',
    '—',
    '问：',
    '我们',
    'คุณ',
    'كنا',
    'well-',
    '0:04',
    '\t',
    '\u00a0',
    '\u200b',
    '[MUSIC]',
    'Title:',
    'Narrator:',
    '𠮷',
    '👩🏽‍🌾',
    '\ud83d',
    'a.',
    'x'.repeat(400),
  )
  const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
  test('in any mixture of labels, times and lines', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(line, fc.constant('')), { minLength: 1, maxLength: 30 }),
        fc.constantFrom('\n', '\r\n', '\u2028'),
        (lines, end) => {
          const text = `Kept.${end}${lines.join(end)}`
          expectNothingLost(text)
        },
      ),
      { numRuns: 400 },
    )
  })
  test('in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => void expectNothingLost(`Kept. ${text}`)),
      { numRuns: 200 },
    )
  })
})

describe.runIf(existsSync(testimonies))('real testimonies', () => {
  const label = /^(?:(?:REESE|MOORE):\s*|TITLE:.*)$/
  test('all 884: nothing lost, and only labels taken', () => {
    let stories = 0
    for (const file of readdirSync(testimonies)) {
      for (const row of readFileSync(join(testimonies, file), 'utf8').split('\n')) {
        if (row === '') continue
        stories++
        for (const taken of expectNothingLost((JSON.parse(row) as { text: string }).text)) expect(taken).toMatch(label)
      }
    }
    expect(stories).toBe(884)
  })
})

test.runIf(!existsSync(testimonies))(
  'real testimonies are skipped: ../shared/data/testimonies is not here',
  () => undefined,
)
