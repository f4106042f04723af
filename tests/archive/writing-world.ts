// A story to write in, new for every test of whoever imports this, and what is done to it.
import { afterEach, beforeEach } from 'vitest'
import type { Marks } from '../../shared/domain/marks/marks.ts'
import type { Story } from '../../shared/domain/story.ts'
import type { Change } from '../../shared/domain/writing/writing.ts'
import { bringIn, makeArchive, passphrase, type TestArchive } from '../support/archive.ts'

const brought = `Ana: How did it begin?

Marisol: I came from Oaxaca with Rosalinda.

We slept in the van.

Ana: And then?

Marisol: 我們在市場工作。
`
export const inPerson = { kind: 'inPerson', note: '' } as const
const name = { thing: 'name', reach: 'anyone', way: 'removed', replacement: '', why: '' } as const

export let archive: TestArchive
export let testimony: string
let now: number
beforeEach(async () => {
  now = Date.parse('2026-01-01T10:00:00.000Z')
  archive = await makeArchive({ now: () => new Date(now) })
  const [line] = await bringIn(archive.client, [{ name: 'a.txt', bytes: new TextEncoder().encode(brought) }])
  testimony = line?.testimony ?? ''
})
afterEach(() => archive.close())

export const later = (minutes: number) => {
  now += minutes * 60_000
}
export const read = async (): Promise<{ story: Story; marks: Marks }> => archive.client.story.read({ testimony })
export const passageOf = async (words: string) => {
  const { story } = await read()
  const passage = story.passages.find(({ text }) => text.includes(words))
  if (passage === undefined) throw new Error(`no passage with ${words}`)
  return passage
}
export async function keep(change: Partial<Change>, base?: number) {
  const { story } = await read()
  const whole = { turns: null, passages: [], marks: [], lineage: [], ...change } as Change
  return archive.client.writing.keep({ testimony, base: base ?? story.testimony.revision, change: whole as never })
}
export async function rewrite(from: string, to: string) {
  const passage = await passageOf(from)
  return keep({ passages: [{ ...passage, text: passage.text.replace(from, to) }] })
}
export const textAt = async (revision: number) =>
  (await archive.client.writing.at({ testimony, revision })).passages.map(({ text }) => text).join('\n')
export const textNow = async () => (await read()).story.passages.map(({ text }) => text).join('\n')
export async function takeOut(words: string) {
  const passage = await passageOf(words)
  const start = passage.text.indexOf(words)
  const spans = [{ passage: passage.id, start, end: start + words.length, startMs: null, endMs: null }]
  return archive.client.marks.takeOut({ testimony, spans, ...name })
}
export const handOver = async () =>
  archive.client.herSession.handOver({ narrator: (await read()).story.narrator.id, passphrase: null })
export const leave = () => archive.client.herSession.leave({ passphrase })
export async function findings() {
  for await (const event of archive.client.care.check({})) if (event.kind === 'checked') return event.findings
  return null
}
