// The papers of calling back: letters and recall files, what they say and what they never say.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { letterPage, letterText, recallLetter } from '../../electron/archive/exporters/recall-letter.ts'
import { readRecallFile } from '../../electron/archive/features/recall/recall-file.ts'
import { readingRoomManifest } from '../../shared/formats/reading-room-manifest.ts'
import { evidence } from '../support/ready-story.ts'
import { archive, given, say, nobodyWrites } from './recall-world.ts'

test('a letter and a file are written down with their hashes before they lie in a folder', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, excerpt, passages } = ready
  await say(ready, [passages[0] ?? '', passages[2] ?? ''], 'withdrawn')
  const { folder, details } = await client.recall.save({
    disclosure,
    ...nobodyWrites,
    parts: ['letter', 'file', 'replacement'],
    parentFolder: archive.dataFolder,
    folderName: 'letters',
  })
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name).toSorted()).toEqual(
    ['letter.txt', 'letter.html', 'index.html', `${excerpt}.firsthand-recall`].toSorted(),
  )
  const letter = await readFile(path.join(folder, 'letter.txt'), 'utf8')
  expect(letter).toContain(`Reference: ${excerpt}`)
  expect(letter).toContain('asks for these passages back: 1 and 3. There were 5 in all.')
  for (const told of ['winter', 'Teodoro', 'Rosalinda', 'withdrawn']) expect(letter).not.toContain(told)
  expect(details.steps.map(({ kind, files: kept }) => [kind, kept.map(({ path: name }) => name)])).toEqual([
    ['begun', []],
    ['letterSaved', ['letter.txt', 'letter.html']],
    ['fileSaved', [`${excerpt}.firsthand-recall`]],
    ['replacementSaved', ['page/index.html']],
  ])
  const page = await readFile(path.join(folder, 'page', 'index.html'), 'utf8')
  expect(page).toContain('<title></title>')
  expect(page).not.toContain(excerpt)
  expect(page.replaceAll(/<[^>]*>/g, '').trim()).toBe('')
})

test('a recall file holds no words, is signed with the key of the pages, and a changed byte is refused', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, excerpt, passages, folder } = ready
  await say(ready, [passages[2] ?? ''], 'withdrawn')
  const saved = await client.recall.save({
    disclosure,
    ...nobodyWrites,
    parts: ['file'],
    parentFolder: archive.dataFolder,
    folderName: 'file',
  })
  const text = await readFile(path.join(saved.folder, `${excerpt}.firsthand-recall`), 'utf8')
  const file = readRecallFile(text)
  expect(file.spans.map(({ number }) => number)).toEqual([3])
  expect(file.spans[0]?.runs.length).toBeGreaterThan(10)
  for (const told of ['packing', 'Fridays', 'Teodoro', 'Rosalinda', 'Hall', 'Nights', 'Ana'])
    expect(text).not.toContain(told)
  const manifest = readingRoomManifest.parse(JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')))
  expect(file.key).toBe(manifest.recallKey)
  for (let at = 0; at < text.length; at += 7) {
    const other = text[at] === '1' ? '2' : '1'
    expect(() => readRecallFile(text.slice(0, at) + other + text.slice(at + 1))).toThrow('recallFileBroken')
  }
  expect(() => readRecallFile(`${text} `)).toThrow('recallFileBroken')
  expect(() => readRecallFile(JSON.stringify(JSON.parse(text)))).toThrow('recallFileBroken')
})

test('no letter, page or folder says a word that she refuses, what is taken out, or her name', async () => {
  const ready = await given()
  const { client } = archive
  const { disclosure, testimony } = ready
  const { story: read } = await client.story.read({ testimony })
  await client.story.changeNarrator({
    narrator: read.narrator.id,
    name: 'Rosalinda',
    names: {},
    existence: 'notCounted',
    refusedWords: [{ word: 'nights', instead: 'evenings' }],
  })
  await ready.answer('withdrawn')
  const letter = (from: string, why: string) => client.recall.letter({ disclosure, from, why })
  // The title that was given says a word that she refuses since.
  expect(await letter('Ana', '')).toMatchObject({ leftOut: ['title'], tells: [] })
  expect(JSON.stringify((await letter('Ana', '')).blocks)).not.toContain('Nights')
  expect(await letter('Ana', 'Because of Teodoro.')).toMatchObject({ tells: ['why'] })
  expect(await letter('For Rosalinda', '')).toMatchObject({ tells: ['from'] })
  const save = (why: string, folderName: string) =>
    client.recall.save({
      disclosure,
      from: '',
      why,
      parts: ['letter'],
      parentFolder: archive.dataFolder,
      folderName,
    })
  await expect(save('Because of Teodoro.', 'one')).rejects.toMatchObject({ code: 'wordsTell' })
  await expect(save('', 'Letter for Rosalinda')).rejects.toMatchObject({ code: 'folderNameTells' })
  await expect(client.recall.printed({ disclosure, from: '', why: 'Teodoro' })).rejects.toMatchObject({
    code: 'wordsTell',
  })
  const choose = (words: string) =>
    client.recall.chooseReplacement({ testimony, evidence, says: 'words', words, language: 'es' })
  await expect(choose('Pregunte a Teodoro')).rejects.toMatchObject({ code: 'wordsTell' })
  await choose('Esto era mío.')
  const { html } = await client.recall.replacementPage({ disclosure })
  expect(html).toContain('<html lang="es" dir="ltr">')
  expect(html).toContain('<p>Esto era mío.</p>')
  expect(html).toContain('noindex')
})

test('letters in the language of the recipient; in another one they are in English, and the screen says so', async () => {
  const about = {
    recipient: 'Sala',
    title: null,
    reference: 'reference0a1b2c',
    givenAt: '2026-03-01T10:00:00.000Z',
    writtenAt: '2026-03-12T10:00:00.000Z',
    passages: 9,
    asked: [1, 2, 3, 7].map((number) => ({ number, startMs: null, endMs: null })),
    why: '',
    from: '',
  }
  const spanish = letterText(recallLetter({ ...about, language: 'es-MX' }))
  expect(spanish).toContain('12 de marzo de 2026')
  expect(spanish).toContain('pide que le devuelvan estos pasajes: 1–3 y 7. En total eran 9.')
  const other = recallLetter({ ...about, language: 'th' })
  expect([other.language, letterText(other)]).toEqual(['en', expect.stringContaining('12 March 2026')])
  const page = letterPage(recallLetter({ ...about, language: 'es', why: '<img src=x onerror=alert(1)>' }))
  expect(page).toContain('<html lang="es" dir="ltr">')
  expect(page).not.toContain('<img')
  const ready = await given()
  await ready.answer('withdrawn')
  expect((await archive.client.recall.read({ disclosure: ready.disclosure })).letterLanguage).toBe('en')
})
