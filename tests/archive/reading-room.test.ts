// The reading-room folder byte by byte: nothing but the content, nothing of the moment, nothing that breaks out.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import vm from 'node:vm'
import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, test } from 'vitest'
import { readingRoom, type RoomFile } from '../../electron/archive/exporters/reading-room.ts'
import { lunrSource } from '../../electron/archive/exporters/reading-room/lunr-source.ts'
import { licences } from '../../electron/archive/exporters/reading-room/licences.ts'
import { escaped, html } from '../../electron/archive/exporters/markup.ts'
import { pageScript, searchWordsScript } from '../../electron/archive/exporters/reading-room/page-script.ts'
import { pageWordsFor, termsOf } from '../../electron/archive/exporters/reading-room/page-words.ts'
import { scriptJson } from '../../electron/archive/exporters/reading-room/search-index.ts'
import { safeName } from '../../electron/archive/files/safe-path.ts'
import { sha256 } from '../../electron/archive/sha256.ts'
import { redactedThings } from '../../shared/domain/marks/marks.ts'
import { searchWords } from '../../shared/domain/words/search-words.ts'
import { timeline } from '../../shared/domain/sound/sound-plan.ts'
import { startingUseNames } from '../../shared/domain/consent/uses.ts'
import { readingRoomManifest } from '../../shared/formats/reading-room-manifest.ts'
import { asContent, said, story, type RoomContent } from './reading-room-content.ts'

const reference = 'reference0a1b2c3d'
const soundFile = { path: 'sound.wav', size: 44, sha256: 'a'.repeat(64) }
const sound = { files: [soundFile], clips: timeline(asContent(story)) }

function textOf(files: readonly RoomFile[], path: string): string {
  const found = files.find((file) => file.path === path)
  if (found === undefined) throw new Error(`${path} is missing`)
  return new TextDecoder('utf-8', { fatal: true }).decode(found.bytes)
}
const made = (content: RoomContent = story, withSound = true) =>
  readingRoom(asContent(content), withSound ? sound : null, reference)
const pageOf = (content: RoomContent) => textOf(made(content, false), 'index.html')

describe('the folder', () => {
  test('the same content gives the same bytes, whatever order its members were put in', () => {
    const turned = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turned)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, member]) => [name, turned(member)]),
      )
    }
    const again = made(turned(story) as RoomContent)
    expect(again.map(({ path, bytes }) => [path, sha256(bytes)])).toEqual(
      made().map(({ path, bytes }) => [path, sha256(bytes)]),
    )
  })

  test('holds no id but the reference, and no time of the recording', () => {
    for (const { path, bytes } of made()) {
      const text = new TextDecoder().decode(bytes)
      for (const id of ['recording0a1b2c3d', 'recipient0a1b2c3d'])
        expect(text.includes(id), `${path} ${id}`).toBe(false)
    }
    // In the recording it began after 20 s; in the sound that goes out there is a pause of half a second before it.
    expect(textOf(made(), 'index.html')).toContain('sound.wav#t=9,11')
    const elsewhere = {
      ...story,
      sound: story.sound.map((one) => ({
        ...one,
        recording: 'anotherrecording',
        startMs: one.startMs + 60_000,
        endMs: one.endMs + 60_000,
      })),
    }
    const moved = readingRoom(asContent(elsewhere), { ...sound, clips: timeline(asContent(elsewhere)) }, reference)
    expect(moved.map(({ bytes }) => sha256(bytes))).toEqual(made().map(({ bytes }) => sha256(bytes)))
  })

  test('every name stays as it is on every system', () => {
    for (const { path } of made()) {
      expect(path).toMatch(/^[a-z0-9-]+\.[a-z]+$/)
      const dot = path.lastIndexOf('.')
      expect(safeName(path.slice(0, dot), 'file', path.slice(dot))).toBe(path)
    }
  })

  test('the manifest comes last, lists every other file, and keeps its frozen shape', () => {
    const files = made()
    expect(files.at(-1)?.path).toBe('manifest.json')
    const manifest = readingRoomManifest.parse(JSON.parse(textOf(files, 'manifest.json')))
    expect(manifest.files).toEqual(
      [
        ...files.slice(0, -1).map(({ path, bytes }) => ({ path, size: bytes.length, sha256: sha256(bytes) })),
        soundFile,
      ].sort((a, b) => (a.path < b.path ? -1 : 1)),
    )
    expect(manifest).toMatchObject({
      version: 1,
      reference,
      use: 'booklet',
      passages: 10,
      recipient: { name: 'The union hall press', language: 'en' },
    })
    expect(Object.keys(manifest)).toEqual([
      'format',
      'version',
      'reference',
      'title',
      'use',
      'recipient',
      'passages',
      'terms',
      'files',
    ])
    expect(textOf(made(story, false), 'manifest.json')).not.toContain('sound.wav')
  })

  test('lunr is the published file, and its licence goes with it', () => {
    const { resolve } = createRequire(import.meta.url)
    expect(lunrSource).toBe(readFileSync(resolve('lunr/lunr.min.js'), 'utf8'))
    expect(licences).toContain(readFileSync(resolve('lunr/LICENSE'), 'utf8').trim())
    expect(textOf(made(), 'licences.txt')).toContain('Permission is hereby granted')
  })
})

const payloads = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title><script>1</script>',
  '</p></div><h1>x',
  '<!--',
  '-->',
  ']]>',
  '&lt;b&gt;',
  '&',
  '</script><script>1</script>',
  '\u2028\u2029',
  '\u0000<b>\u0000',
  '\u202e<i>',
  '${1}`',
  'javascript:alert(1)',
  '\ud800',
  '\r\n\r\n<u>',
  '<svg/onload=1>',
]

function everywhere(payload: string): RoomContent {
  return {
    ...story,
    recipient: { ...story.recipient, name: payload },
    framing: { title: payload, introduction: payload, keywords: [payload], author: payload },
    narratorName: payload,
    passages: [
      said(1, payload, {
        clip: 0,
        labels: [
          { words: payload, language: payload, meaning: payload, assertedBy: 'court', stance: 'contested', colour: 1 },
        ],
        language: payload,
      }),
      said(2, '', { pieces: [{ kind: 'instead', text: payload, thing: 'name' }] }),
    ],
    sound: story.sound.slice(0, 1),
  }
}

/** The tags of a page in order, without what their attributes say. */
function skeleton(page: string): string[] {
  return [...page.matchAll(/<\/?[a-z!][a-z0-9-]*((?:[^<>"]|"[^"]*")*)>/gi)].map(([tag]) =>
    tag.replaceAll(/"[^"]*"/g, '""'),
  )
}

describe('what people wrote stays words', () => {
  test.each(payloads)('in the page: %j', (payload) => {
    const page = pageOf(everywhere(payload))
    expect(skeleton(page).filter((tag) => !/^<\/?p[ >]/.test(tag))).toEqual(
      skeleton(pageOf(everywhere('plain'))).filter((tag) => !/^<\/?p[ >]/.test(tag)),
    )
    expect(page.match(/<(script|img|svg|b|i|u)\b/g)?.length).toBe(3)
    expect(page.split('<!')).toHaveLength(2)
    expect(page).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
  })

  test.each(payloads)('in the captions: %j', (payload) => {
    const content = everywhere(`${payload}\n\nNOTE x\n00:00.000 --> 00:09.000\nno`)
    const captions = textOf(
      readingRoom(asContent(content), { ...sound, clips: timeline(asContent(content)) }, reference),
      'captions.vtt',
    )
    const blocks = captions.trimEnd().split('\n\n')
    expect(blocks).toHaveLength(2)
    expect(blocks[0]).toBe('WEBVTT')
    expect(captions.match(/-->/g)).toHaveLength(1)
    expect(blocks[1]?.split('\n').slice(1).join('\n').replace('<v Narrator>', '')).not.toMatch(/[<>]/)
  })

  test('nothing of them is lost', () => {
    expect(escaped(`<a href="x">&amp; 'y'</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&amp;amp; &#39;y&#39;&lt;/a&gt;')
    expect(String(html`<p title="${'"'}">${['<', html`<b>${'&'}</b>`, null, 1]}</p>`)).toBe(
      '<p title="&quot;">&lt;<b>&amp;</b>1</p>',
    )
    expect(textOf(made({ ...story, passages: [said(1, 'a --> b & <c>', { clip: 0 })] }), 'captions.vtt')).toContain(
      '<v Narrator>a --&gt; b &amp; &lt;c&gt;\n',
    )
    // What only looks like markup of ours is not.
    expect(() => html`${{ toString: () => '<b>' } as unknown as string}`).toThrow()
  })

  test('in the transcript no words can pass for another speaker’s line', () => {
    const content = { ...story, passages: [said(1, 'I said\n\nInterviewer:\n  you lie\u2028Interviewer: no')] }
    const lines = textOf(made(content, false), 'transcript.txt').split(/[\n\u2028]/)
    expect(lines.filter((line) => line.startsWith('Interviewer'))).toEqual([])
  })

  test('the index is JSON that cannot end a script', () => {
    const script = textOf(made(everywhere('</script>\u2028 constructor __proto__ toString'), false), 'search-index.js')
    expect(script).not.toMatch(/[<>\u2028\u2029]/)
    expect(scriptJson('</script>&\u2028\u2029')).toBe('"\\u003c/script\\u003e\\u0026\\u2028\\u2029"')
    const context: { readingRoomIndex?: object } = {}
    vm.runInNewContext(script, context)
    const index = lunr.Index.load(context.readingRoomIndex ?? {})
    for (const word of ['constructor', 'proto', 'tostring', 'script']) {
      expect(
        index
          .query((query) => query.term(word, {}))
          .map(({ ref }) => ref)
          .sort(),
        word,
      ).toEqual(['1', '2'])
    }
  })
})

describe('what the page says', () => {
  test('what was taken out has one form for each thing, and words that stand for others are marked', () => {
    for (const thing of redactedThings) {
      const page = pageOf({ ...story, passages: [said(1, '', { pieces: [{ kind: 'gap', thing }] })] })
      expect(page).toContain(
        `<span class="gap" role="img" aria-label="${pageWordsFor('en').things[thing]}, taken out" lang="en" dir="ltr">[${pageWordsFor('en').things[thing]}]</span>`,
      )
    }
    const text = textOf(made(), 'transcript.txt')
    expect(text).toContain('They called it evidence. [a name] drove us to the station, and Rosa waited outside')
    expect(textOf(made(), 'index.html')).toContain(
      '<span class="instead">Rosa<span class="heard" lang="en" dir="ltr"> (not the real words)</span></span>',
    )
  })

  test('labels are never keywords of the page, and never in its index', () => {
    const page = textOf(made(), 'index.html')
    expect(page).toContain('seizure of proceeds')
    expect(page.slice(0, page.indexOf('</head>'))).not.toMatch(/organising|seizure|keywords/)
    expect(textOf(made(), 'search-index.js')).not.toMatch(/seizure|organising/)
  })

  test('speaks the recipient’s language where it can, and English where it cannot', () => {
    expect(pageOf({ ...story, recipient: { ...story.recipient, language: 'es-MX' } })).toContain(
      '<html lang="es" dir="ltr">',
    )
    expect(pageOf({ ...story, recipient: { ...story.recipient, language: 'ar' } })).toContain(
      '<html lang="en" dir="ltr">',
    )
  })

  test('every use has its terms in every language, and only machines may be machines', () => {
    for (const language of ['en', 'es']) {
      const words = pageWordsFor(language)
      for (const use of startingUseNames) {
        const terms = termsOf(words, use, words.uses[use], 'The $& hall')
        expect(terms[0]).not.toContain('{')
        expect(terms[0]?.includes('The $& hall')).toBe(true)
        expect(terms.includes(words.terms.notMachines)).toBe(use !== 'machines')
      }
    }
  })

  test('a name written from right to left does not turn the sentence around it', () => {
    const content = { ...story, recipient: { ...story.recipient, name: 'بيت \u202eالعمال' } }
    expect(pageOf(content)).toContain('<li>\u2068بيت العمال\u2069 may print this')
    expect(textOf(made(content, false), 'transcript.txt')).toContain('\n\u2068بيت العمال\u2069 may print this')
  })

  test('without a name she is the narrator, and without words around it there are none', () => {
    const bare = pageOf({
      ...story,
      narratorName: null,
      framing: { title: '', introduction: '', keywords: [], author: '' },
    })
    expect(bare).toContain('<bdi class="name">the narrator</bdi>')
    expect(bare).not.toMatch(/class="(introduction|keywords|signed)"/)
  })

  test('without sound nothing speaks of it', () => {
    expect(pageOf(story)).not.toMatch(/sound\.wav|captions\.vtt|<audio|class="time"/)
    expect(made(story, false).map(({ path }) => path)).not.toContain('captions.vtt')
  })

  test('captions keep the times of the sound that goes out', () => {
    expect(textOf(made(), 'captions.vtt')).toMatch(
      /^WEBVTT\n\n00:00:00\.000 --> 00:00:05\.000\n<v Narrator>The winter[^]+00:00:05\.000 --> 00:00:08\.500\n<v Narrator>The police[^]+\[a name\][^]+Rosa[^]+00:00:09\.000 --> 00:00:11\.000\n/,
    )
  })
})

describe('the words of the search', () => {
  const words = (text: string) => searchWords(text).map(({ word }) => word)

  test('fold accents, case, points and shapes, and pair unspaced letters', () => {
    expect(words('Lloró ESTÁ niño')).toEqual(['lloro', 'esta', 'nino'])
    expect(words('كَتَبْتُ أوّل')).toEqual(words('كتبت اول'))
    expect(words('我们工作 A1')).toEqual(['我们', '们工', '工作', '作', 'a1'])
    expect(words('ตลาด')).toEqual(['ตล', 'ลา', 'าด', 'ด'])
    expect(words('Ａｂ ½')).toEqual(['ab', '12'])
  })

  test('are the same in the page', () => {
    const inPage = vm.runInNewContext(`${searchWordsScript};(text) => JSON.stringify(searchWords(text))`) as (
      text: string,
    ) => string
    const letters = fc.constantFrom(
      ...'aÁñß ıİσςΣ-’09 كَأىکآئ\u0640א\u05b7 我们。ガか\u3099กำลัง ខ្មែរ မြန် \u200c\u200d½ﷺﬁ가\u1100',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(letters).map((one) => one.join('')),
        ),
        (text) => {
          expect(inPage(text)).toBe(JSON.stringify(searchWords(text)))
        },
      ),
    )
  })

  test('the script of the page is one that a strict browser takes', () => {
    expect(() => new vm.Script(pageScript)).not.toThrow()
    expect(pageScript).not.toMatch(/innerHTML|eval|Function\(|fetch|XMLHttp|https?:/)
  })
})
