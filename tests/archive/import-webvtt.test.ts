// The W3C WebVTT suite as far as it lies in ../shared/data, and what a transcript makes of captions.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { decodeText } from '../../electron/archive/importers/decode-text.ts'
import { parseWebVtt, readWebVtt } from '../../electron/archive/importers/webvtt.ts'
import { parseCueText, writeCueTree } from '../../electron/archive/importers/webvtt-text.ts'

const captions = join(import.meta.dirname, '../../../shared/data/captions')
const suite = join(captions, 'webvtt-suite')
const present = existsSync(join(suite, 'expected.json'))

interface Assertion {
  readonly actual: string
  readonly op: string
  readonly expected: unknown
}

/** What the parser reads as the standard says and a transcript then leaves out, with the notice that tells the archivist. */
const differences = [
  {
    what: 'line, position, size, align, vertical',
    notice: 'positionsLeftOut',
    why: 'where words stand on a picture is not part of what was told',
  },
  { what: 'regions and their anchors', notice: 'regionsLeftOut', why: 'as above' },
  { what: 'STYLE blocks', notice: 'stylesLeftOut', why: 'colours and faces are the reader’s own' },
  { what: 'NOTE blocks', notice: 'notesLeftOut', why: 'words about her need an author, which a comment does not have' },
  { what: 'i, b, u, ruby, rt, lang, classes', notice: 'tagsLeftOut', why: 'their words are kept, the tags are not' },
  { what: 'cue identifiers', notice: null, why: 'passages have ids of the archive’s own' },
  { what: 'cues without words', notice: 'cuesSkipped', why: 'a passage holds words' },
] as const

describe.runIf(present)('the W3C suite', () => {
  const expected = present
    ? (JSON.parse(readFileSync(join(suite, 'expected.json'), 'utf8')) as Record<
        string,
        { cueCount: number; assertions: Assertion[] }
      >)
    : {}
  const files = present ? readdirSync(suite).filter((name) => name.endsWith('.vtt')) : []

  test.each(files)('%s', (name) => {
    const cues = parseWebVtt(decodeText(readFileSync(join(suite, name))).text).cues
    const { cueCount, assertions } = expected[name] ?? { cueCount: -1, assertions: [] }
    expect(cues.length).toBe(cueCount)
    for (const { actual, op, expected: value } of assertions) {
      const found = look(cues, actual)
      const wanted =
        typeof value === 'object' && value !== null && 'sameAs' in value ? look(cues, String(value.sameAs)) : value
      if (op === 'truthy') expect(found, actual).toBeTruthy()
      else if (op === 'not_equals') expect(found, actual).not.toBe(wanted)
      else expect(found, actual).toEqual(wanted)
    }
  })

  test('is not shrunk by accident', () => expect(files.length).toBeGreaterThan(15))

  test('cue texts make the trees that they should', () => {
    const cases = JSON.parse(readFileSync(join(captions, 'cue-suite/text.json'), 'utf8')) as {
      text: string
      expectedTree: string
    }[]
    for (const { text, expectedTree } of cases) {
      const cue = parseWebVtt(`WEBVTT\n\n00:00.000 --> 00:01.000\n${text}`).cues[0]
      expect(writeCueTree(parseCueText(cue?.text ?? ''), 0)).toBe(expectedTree)
    }
  })
})

test.runIf(!present)('the W3C suite is skipped: ../shared/data/captions is not here', () => undefined)

/** `cues[0].region.lines` in the names of a browser's VTTCue; times there are seconds. */
function look(cues: ReturnType<typeof parseWebVtt>['cues'], path: string): unknown {
  if (path === 'cues.length') return cues.length
  const [, index, rest = ''] = /^cues\[(\d+)\]\.(.+)$/.exec(path) ?? []
  const cue = cues[Number(index)]
  if (cue === undefined) return undefined
  const flat = { ...cue.settings, id: cue.id, text: cue.text, startTime: cue.startMs / 1000, endTime: cue.endMs / 1000 }
  return rest.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], flat)
}

const cue = (text: string): string => `WEBVTT\n\n00:00.000 --> 00:04.000\n${text}\n`

describe('the standard, where the suite here does not look', () => {
  const times = (line: string): [number, number] | null => {
    const found = parseWebVtt(`WEBVTT\n\n${line}\nx`).cues[0]
    return found === undefined ? null : [found.startMs, found.endMs]
  }

  test.each([
    ['00:00:00.000 --> 00:00:01.000', [0, 1000]],
    ['00:00.000-->00:01.000', [0, 1000]],
    ['\t00:00.000\t-->\f00:01.000', [0, 1000]],
    ['0:00:00.000 --> 100:00:01.000', [0, 360_001_000]],
    ['00:60:00.000 --> 01:00:00.000', null],
    ['00:00:60.000 --> 01:00:00.000', null],
    ['0:00.000 --> 00:01.000', null],
    ['00:00.00 --> 00:01.000', null],
    ['00:00.000 --> 00:01.0000', null],
    ['00:00,000 --> 00:01,000', null],
    ['00:00.000 -> 00:01.000', null],
    ['00:00.000 --> -00:01.000', null],
    ['00:00.000 --> 00:01.000align:end', [0, 1000]],
    ['60:00.000 --> 61:00.000', null],
  ])('%s', (line, wanted) => expect(times(line)).toEqual(wanted))

  test('a cue id is the line above, an arrow begins a new cue, a style after a cue is none', () => {
    const file = parseWebVtt(
      'WEBVTT x\n\n id \n00:00.000 --> 00:01.000\na\n00:01.000 --> 00:02.000\nb\n\nSTYLE\n::cue{}\n\nNOTE c\n',
    )
    expect(file.cues.map(({ id, text }) => [id, text])).toEqual([
      [' id ', 'a'],
      ['', 'b'],
    ])
    expect([file.stylesheets.length, file.notes]).toEqual([0, 1])
  })

  test.each([
    ['<v.loud Ana María>Hola</v> x', '| <v>\n|   "Hola"\n| " x"\n'],
    ['<i>a<b>b</i>c</b>d', '| <i>\n|   "a"\n|   <b>\n|     "b"\n|     "c"\n|   "d"\n'],
    ['<ruby>明日<rt>あした</ruby>x', '| <ruby>\n|   "明日"\n|   <rt>\n|     "あした"\n| "x"\n'],
    ['<rt>x</rt>', '| "x"\n'],
    ['<x>y</x> a < b', '| "y"\n| " a "\n'],
    ['&amp;&lt;&gt;&nbsp;&lrm;&rlm;&hellip;&copy&#8217;&#x61;&bogus;', '| "&<>\u00a0\u200e\u200f…©’a&bogus;"\n'],
    ['<00:00:01.500>x', '| <?timestamp 1500?>\n| "x"\n'],
  ])('%s', (text, tree) => expect(writeCueTree(parseCueText(text), 0)).toBe(tree))

  test.each(['', 'WEBVTTX', 'webvtt', ' WEBVTT', 'WEBVT', '\n WEBVTT\n', 'A story'])('%j is not WebVTT', (text) => {
    expect(() => parseWebVtt(text)).toThrow('captionsBroken')
  })

  test('every broken block with an arrow is counted, and the archivist is told', () => {
    expect(
      readWebVtt('WEBVTT\n\n00:00.000 --> nowhere\nlost\n\n00:01.000 --> 00:02.000\nkept\n', 'a.vtt').notices,
    ).toEqual(['cuesSkipped'])
  })
})

describe('as a transcript', () => {
  const brief = (text: string): unknown => {
    const read = readWebVtt(text, 'the_laundry.vtt')
    return read.turns.map((turn) => [
      read.speakers[turn.speaker]?.name,
      ...turn.passages.map((passage) => passage.text),
    ])
  }

  test('voices are speakers, and cues of one in a row are one turn', () => {
    const text = `WEBVTT\nLanguage: en\n\n00:00.000 --> 00:01.000\n<v Interviewer>When did you begin?\n
00:01.000 --> 00:03.000\n<v Rosa>I began at the laundry in spring,\nin the back room.\n
00:03.000 --> 00:05.000\n<v Rosa>We folded until nine.</v>\n`
    expect(brief(text)).toEqual([
      ['Interviewer', 'When did you begin?'],
      ['Rosa', 'I began at the laundry in spring, in the back room.', 'We folded until nine.'],
    ])
    const read = readWebVtt(text, 'the_laundry.vtt')
    expect(read.speakers.map(({ role }) => role)).toEqual(['interviewer', 'narrator'])
    expect([read.language, read.title]).toEqual(['en', 'the laundry'])
    expect(read.turns[1]?.passages[0]).toMatchObject({ startMs: 1000, endMs: 3000 })
  })

  test('two voices in one cue are two turns at one time', () => {
    expect(brief(cue('<v Ana>¿Y tú?</v> <v Rosa>Yo también.</v>'))).toEqual([
      ['Ana', '¿Y tú?'],
      ['Rosa', 'Yo también.'],
    ])
  })

  test('names before a colon and dashes tell who speaks where no tag does', () => {
    expect(
      brief(
        `${cue('INT: When?')}\n00:04.000 --> 00:05.000\nROSA: In spring.\n\n00:05.000 --> 00:06.000\nAfter the rain.\n`,
      ),
    ).toEqual([
      ['INT', 'When?'],
      ['ROSA', 'In spring.', 'After the rain.'],
    ])
    expect(brief(cue('- Did you rest?\n- At noon.'))).toEqual([
      ['', 'Did you rest?'],
      ['', 'At noon.'],
    ])
    expect(brief(cue('She said: wait.'))).toEqual([['', 'She said: wait.']])
  })

  test('inner times are the times of words', () => {
    const [turn] = readWebVtt(cue('We <00:00:01.000><c>folded</c> <00:00:02.500><c>sheets</c>'), 'a.vtt').turns
    const passage = turn?.passages[0]
    expect(passage?.text).toBe('We folded sheets')
    expect(
      passage?.wordTimes.map((word) => [passage.text.slice(word.start, word.end), word.startMs, word.endMs]),
    ).toEqual([
      ['We', 0, 1000],
      ['folded', 1000, 2500],
      ['sheets', 2500, 4000],
    ])
  })

  test('what is left out is named', () => {
    const text =
      'WEBVTT\n\nSTYLE\n::cue{}\n\nREGION\nid:a\n\nNOTE c\n\n00:01.000 --> 00:02.000 line:0\n<i>x</i>\n\n00:02.000 --> 00:03.000\n\n'
    const named = differences.flatMap(({ notice }) => (notice === null ? [] : [notice]))
    expect([...readWebVtt(text, 'a.vtt').notices].sort()).toEqual([...new Set(named)].sort())
    expect(differences.every(({ why }) => why.length > 5)).toBe(true)
  })

  test('times that go backwards are kept and told; an end before its start is none', () => {
    const read = readWebVtt('WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:01.000 --> 00:00.500\nb\n', 'a.vtt')
    expect(read.turns[0]?.passages.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [5000, 6000],
      [1000, null],
    ])
    expect(read.notices).toContain('timesOutOfOrder')
  })

  test('nothing but empty cues is nothing', () => expect(() => readWebVtt(cue(''), 'a.vtt')).toThrow('nothingInside'))
})
