// A written story that she has gone through, with an excerpt of all of it, as far as her answers; without sound.
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { Conditions } from '../../shared/domain/consent/ledger.ts'
import { bringIn } from './archive.ts'
import { waiveCoolingOff } from './waive.ts'
import { plainConditions } from './plain-conditions.ts'

export const evidence = { kind: 'inPerson', note: 'She said it to me.' } as const

/** Her answer about the reading room, for the whole of it. */
export async function answerReadingRoom(
  client: ArchiveClient,
  testimony: string,
  answer: 'yes' | 'no' | 'withdrawn' = 'yes',
  conditions: Partial<Conditions> = {},
): Promise<void> {
  await client.consent.answer({
    testimony,
    evidence,
    scope: { kind: 'testimony' },
    use: 'readingRoom',
    answer,
    cardLanguage: 'en',
    cardVersion: 1,
    conditions: { ...plainConditions, ...conditions, recipients: [...(conditions.recipients ?? [])] },
  })
}

export interface ReadyStory {
  readonly testimony: string
  readonly excerpt: string
  readonly passages: readonly string[]
  answer(answer: 'yes' | 'no' | 'withdrawn', conditions?: Partial<Conditions>): Promise<void>
  /** Her yes to the files as they are now. */
  signOff(): Promise<void>
  giveOut(parentFolder: string, folderName: string): Promise<string>
  /** The kinds of the reasons at the gate. */
  reasons(): Promise<string[]>
}

export async function readyStory(client: ArchiveClient, text: string): Promise<ReadyStory> {
  const [line] = await bringIn(client, [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }])
  const testimony = line?.testimony ?? ''
  const { story } = await client.story.read({ testimony })
  const passages = story.passages.map(({ id }) => id)
  await client.consent.reviewed({ testimony, evidence })
  await waiveCoolingOff(client, testimony)
  const { id: recipient } = await client.excerpts.addRecipient({ name: 'Hall', language: 'en' })
  const { id: excerpt } = await client.excerpts.begin({ testimony, use: 'readingRoom', recipient, passages })
  const framing = { title: 'Nights', introduction: '', keywords: [] }
  await client.excerpts.change({ excerpt, use: 'readingRoom', recipient, passages, withSound: false, framing })
  return {
    testimony,
    excerpt,
    passages,
    async answer(answer, conditions = {}) {
      await answerReadingRoom(client, testimony, answer, conditions)
    },
    async signOff() {
      const { contentHash } = await client.excerpts.prepare({ excerpt })
      await client.excerpts.signOff({ excerpt, contentHash, evidence })
    },
    async giveOut(parentFolder, folderName) {
      let folder = ''
      for await (const step of client.excerpts.giveOut({ excerpt, parentFolder, folderName }))
        if (step.kind === 'givenOut') ({ folder } = step)
      return folder
    },
    async reasons() {
      return (await client.excerpts.check({ excerpt })).reasons.map(({ kind }) => kind)
    },
  }
}
