// What leaves has none of a machine's words before somebody has been through them: every byte of it is searched.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportedFiles, filesWith } from '../e2e/exported.ts'
import { draftTexts, hasJfk } from '../support/speech.ts'
import { makeListening, transcribe, type ListeningArchive } from '../support/transcribing.ts'

describe.skipIf(!hasJfk)('what leaves (skipped where ../shared/data is missing)', () => {
  let archive: ListeningArchive
  let out: string
  beforeEach(async () => {
    archive = await makeListening()
    out = mkdtempSync(path.join(tmpdir(), 'firsthand-out-'))
  })
  afterEach(async () => {
    await archive.close()
    rmSync(out, { recursive: true, force: true })
  })

  async function takenAway(name: string): Promise<Map<string, Buffer>> {
    const { client, testimony } = archive
    const { story } = await client.story.read({ testimony })
    let folder = ''
    for await (const told of client.takeHome.openFormats({ narrator: story.narrator.id, parent: out, name }))
      if (told.kind === 'done') folder = told.folder
    return exportedFiles(folder)
  }

  test('holds no word of a draft, and holds them once they are accepted', async () => {
    const { client, testimony, model, dataFolder } = archive
    await client.transcribing.turnOn({ path: model })
    const { draft } = await transcribe(archive)
    const before = await takenAway('before')
    expect(before.size).toBeGreaterThan(2)
    expect(filesWith(before, 'quillfern')).toEqual([])
    for (const reach of ['archive', 'circle', 'readers', 'anyone'] as const)
      expect(JSON.stringify(await client.story.viewAs({ testimony, reach }))).not.toContain('quillfern')
    expect(JSON.stringify(await client.story.read({ testimony }))).not.toContain('quillfern')
    expect(JSON.stringify(await client.writing.revisions({ testimony }))).not.toContain('quillfern')

    const speaker = { role: 'narrator', name: '' } as const
    await client.transcribing.accept({ draft: draft ?? '', place: 0, text: draftTexts[0], speaker })
    const after = await takenAway('after')
    expect(filesWith(after, 'quillfern').length, 'the control: what was accepted is there').toBeGreaterThan(0)
    // What was not gone through is still not there: the second sentence of the draft.
    expect(filesWith(after, 'Nobody told us')).toEqual([])
    // On the disk everything is encrypted, drafts and stories alike, and the transcriber has written nothing beside.
    expect(filesWith(await exportedFiles(dataFolder), 'quillfern')).toEqual([])
  })
})
