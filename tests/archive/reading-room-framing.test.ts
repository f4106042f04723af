// What others write around her words, and the mirror, in the folder that a reader gets.
import { expect, test } from 'vitest'
import { readingRoom } from '../../electron/archive/exporters/reading-room.ts'
import type { Mirror } from '../../shared/domain/mirror/mirror.ts'
import { asContent, said, story, type RoomContent } from './reading-room-content.ts'

const amount = (passages: number, words: number, ms: number) => ({ passages, words, ms })
const row = (name: string, whole: number, selection: number) => ({
  id: null,
  name,
  language: 'en',
  isShown: true,
  whole: amount(whole, whole * 100, whole * 60_000),
  selection: amount(selection, selection * 100, selection * 60_000),
})
const mirror: Mirror = {
  whole: amount(10, 1000, 600_000),
  selection: amount(4, 400, 240_000),
  narratorWords: { whole: 800, selection: 320 },
  sections: [row('', 1, 0), row('The kitchen', 3, 0), row('The night', 6, 4)],
  labels: [row('organising', 6, 0), row('police <violence>', 4, 4)],
  inOrder: true,
}
const files = (more: Partial<RoomContent>) => {
  const made = readingRoom(asContent({ ...story, ...more }), null, 'reference0a1b2c3d')
  return (path: string) => new TextDecoder().decode(made.find((one) => one.path === path)?.bytes)
}
const cells = (page: string) => [...page.matchAll(/<td>([^<]*)<\/td>/g)].map(([, text]) => text)

test('the mirror is a table with the numbers of the whole and of what is here', () => {
  const page = files({ mirror })('index.html')
  expect(cells(page).slice(0, 3)).toEqual(['4 of 10', '400 of 1000', '4:00 of 10:00'])
  expect(cells(page)).toHaveLength(6 * 3)
  expect(page).toContain('40 % of her own words are here.')
  expect(page).toContain('scope="row"')
  expect(page).not.toMatch(/style=|onclick|<script[^>]*>[^<]/)
})

test('what is not here is named, and every name is escaped', () => {
  const page = files({ mirror })('index.html')
  expect(page.match(/<ul class="gone">[^]*?<\/ul>/)?.[0].replaceAll(/[\u2066-\u2069]/g, '')).toContain(
    '<li>0 of 6 passages under “organising” are here.</li>',
  )
  expect(page).toContain('0 of 1 passages from before the first heading are here.')
  expect(page).toContain('police &lt;violence&gt;')
  expect(page).not.toContain('<violence>')
})

test('there is no mirror where she does not want it', () => {
  expect(files({})('index.html')).not.toContain('class="mirror"')
})

test('captions and words about her stand signed on the page and in the text', () => {
  const room = files({
    about: [{ kind: 'synopsis', language: 'es', text: 'Nueve <mujeres>.', author: 'Inés' }],
    passages: [
      said(1, 'We met.', { caption: { text: 'In June & after', author: 'Ana' } }),
      said(2, 'We won.', { caption: { text: 'In July', author: '' } }),
    ],
  })
  const page = room('index.html')
  expect(page).toContain('<p class="written" lang="es" dir="auto">Nueve &lt;mujeres&gt;.</p>')
  expect(page).toContain('Written by <bdi>Inés</bdi>.')
  expect(page).toContain('In June &amp; after</span> <span class="by">Written by <bdi>Ana</bdi>.</span>')
  expect(page).toContain('<span dir="auto">In July</span></p>')
  expect(room('transcript.txt')).toContain('We met.\n  [In June & after Written by Ana.]')
  expect(room('transcript.txt')).toContain('In short: Nueve <mujeres>. (Written by Inés.)')
})
