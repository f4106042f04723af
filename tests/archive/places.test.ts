import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stageFolder, sweepStaged, findStaged } from '../../electron/archive/files/folder-writer.ts'
import { defaultFolder, inspectFolder, listFolders } from '../../electron/archive/files/places.ts'
import { safeName, within } from '../../electron/archive/files/safe-path.ts'
import { syncedDrive } from '../../electron/archive/files/synced-drive.ts'
import { writeDurably } from '../../electron/archive/files/write-durably.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { codeOf, temporaryFolder } from './temporary-folder.ts'

describe('a synced drive', () => {
  test.each([
    ['/srv/ana/Dropbox/stories', 'Dropbox'],
    ['/srv/ana/Dropbox (Work)/stories', 'Dropbox'],
    ['/srv/ana/OneDrive/x', 'OneDrive'],
    ['/srv/ana/onedrive - Some Organisation/x', 'OneDrive'],
    ['/srv/ana/Library/CloudStorage/OneDrive-Personal/x', 'OneDrive'],
    ['/srv/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive/x', 'Google Drive'],
    ['/srv/ana/Google Drive/x', 'Google Drive'],
    ['/srv/ana/Library/Mobile Documents/com~apple~CloudDocs/x', 'iCloud Drive'],
    ['/srv/ana/iCloudDrive', 'iCloud Drive'],
    ['/srv/ana/Library/CloudStorage/Something-new/x', 'CloudStorage'],
    ['/srv/ana/Nextcloud/a/b/c', 'Nextcloud'],
    ['/srv/ana/OWNCLOUD', 'ownCloud'],
    ['/srv/ana/pCloudDrive/x', 'pCloud'],
    ['/srv/ana/MEGA/x', 'MEGA'],
    ['/srv/ana/MEGAsync/x', 'MEGA'],
    ['/srv/ana/Box/x', 'Box'],
    ['/srv/ana/Yandex.Disk/x', 'Yandex.Disk'],
    ['/srv/ana/Seafile/x', 'Seafile'],
    ['/srv/ana/Proton Drive/x', 'Proton Drive'],
    ['/srv/ana/Documents/stories', null],
    ['/srv/ana/boxes', null],
    ['/srv/ana/megan', null],
    ['/srv/ana/nextcloudish', null],
    ['/', null],
  ])('%s: %s', (folder, service) => {
    expect(syncedDrive(folder)).toBe(service)
  })

  test('is known by its marker files, up the tree, and through a link', () => {
    const folder = temporaryFolder()
    const deep = path.join(folder, 'a', 'b')
    mkdirSync(deep, { recursive: true })
    expect(syncedDrive(deep)).toBeNull()
    mkdirSync(path.join(folder, '.dropbox'))
    expect(syncedDrive(deep)).toBeNull()
    mkdirSync(path.join(folder, 'a', '.stfolder'))
    expect(syncedDrive(path.join(deep, 'not', 'yet', 'there'))).toBe('Syncthing')
    const link = path.join(temporaryFolder(), 'link')
    symlinkSync(deep, link)
    expect(syncedDrive(path.join(link, 'new'))).toBe('Syncthing')
    const marked = temporaryFolder()
    writeFileSync(path.join(marked, '.dropbox'), '')
    expect(inspectFolder(path.join(marked, 'new')).synced).toBe('Dropbox')
  })
})

describe('a folder', () => {
  test('is looked at without being opened', () => {
    const folder = temporaryFolder()
    const archive = path.join(folder, 'archive')
    expect(inspectFolder(folder)).toEqual({
      exists: true,
      empty: true,
      hasArchive: false,
      writable: true,
      synced: null,
    })
    expect(inspectFolder(archive)).toEqual({
      exists: false,
      empty: true,
      hasArchive: false,
      writable: true,
      synced: null,
    })
    mkdirSync(archive)
    writeFileSync(path.join(archive, 'keyring.previous'), '')
    expect(inspectFolder(archive)).toMatchObject({ exists: true, empty: false, hasArchive: true })
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    expect(inspectFolder(file)).toMatchObject({ exists: false, writable: false })
    expect(inspectFolder(path.join(file, 'inside'))).toMatchObject({ exists: false, writable: false })
    expect(defaultFolder('/data')).toBe(path.join('/data', 'Archive'))
  })

  test('is listed for choosing', async () => {
    const folder = temporaryFolder()
    for (const name of ['b', 'a10', 'a9', '.hidden', 'Älter', 'zu']) mkdirSync(path.join(folder, name))
    writeFileSync(path.join(folder, 'file'), '')
    writeFileSync(path.join(folder, 'b', 'keyring'), '')
    const { path: whole, parent, folders, home } = listFolders(folder)
    expect(folders.map(({ name }) => name)).toEqual(['a9', 'a10', 'Älter', 'b', 'zu'])
    expect(folders.filter(({ isArchive }) => isArchive).map(({ name }) => name)).toEqual(['b'])
    expect([whole, parent]).toEqual([folder, path.dirname(folder)])
    expect(home).not.toBe('')
    expect(listFolders(path.parse(folder).root).parent).toBeNull()
    expect(await codeOf(() => listFolders(path.join(folder, 'none')))).toBe('folderMissing')
    expect(await codeOf(() => listFolders(path.join(folder, 'file')))).toBe('notAFolder')
  })
})

describe('a safe name', () => {
  test.each([
    ['Ana, Madrid', 'Ana, Madrid.txt'],
    ['../../etc/passwd', 'etc passwd.txt'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.txt'],
    ['CON', '_CON.txt'],
    ['con.tar', '_con.tar.txt'],
    ['LPT1 ', '_LPT1.txt'],
    ['COM10', 'COM10.txt'],
    ['name. . .', 'name.txt'],
    ['.hidden', 'hidden.txt'],
    ['', 'story.txt'],
    ['\u0000\n\t', 'story.txt'],
    ['...', 'story.txt'],
    ['\u202etxt.exe', 'txt.exe.txt'],
    ['e\u0301'.repeat(3), 'ééé.txt'],
    ['我们', '我们.txt'],
    ['-rf', 'rf.txt'],
    ['a\ud800b', 'a b.txt'],
  ])('from %j', (words, name) => {
    expect(safeName(words, 'story', '.txt')).toBe(name)
  })

  test('is one short, plain segment, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
        const name = safeName(words, 'story', '.html')
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(80)
        expect(name).toMatch(/^[^./\\\s][^/\\\p{Cc}]*\.html$/u)
        expect(path.basename(path.resolve('/x', name))).toBe(name)
        expect(name).toBe(name.normalize('NFC'))
      }),
      { numRuns: 3000 },
    )
    expect(safeName('👩‍👩‍👧 '.repeat(30), 'story', '').endsWith('\u200d')).toBe(false)
    expect(safeName('', '', '')).toBe('_')
  })
})

describe('an export folder', () => {
  const name = (words: string) => safeName(words, 'file', '')

  test('appears whole', async () => {
    const parent = temporaryFolder()
    const target = path.join(parent, 'For Ana')
    const staged = await stageFolder(target, systemRandom)
    await staged.write(name('index.html'), Buffer.from('page'))
    await staged.write(within(name('sound'), name('a.wav')), Buffer.from('sound'))
    expect(readdirSync(parent)).toEqual([path.basename(staged.folder)])
    expect(path.basename(staged.folder)).toMatch(/^\.firsthand-[0-9a-z]{26}$/)
    await staged.commit()
    expect(readdirSync(parent)).toEqual(['For Ana'])
    expect(readFileSync(path.join(target, 'sound', 'a.wav'), 'utf8')).toBe('sound')
    expect(await codeOf(stageFolder(target, systemRandom))).toBe('folderTaken')
  })

  test('never takes the place of another, even of an empty one', async () => {
    const parent = temporaryFolder()
    const target = path.join(parent, 'out')
    const staged = await stageFolder(target, systemRandom)
    await staged.write(name('a'), Buffer.from('a'))
    expect(await codeOf(staged.write(name('a'), Buffer.from('b')))).not.toBe('none')
    mkdirSync(target)
    expect(await codeOf(staged.commit())).toBe('folderTaken')
    expect(readdirSync(target)).toEqual([])
    await staged.discard()
    expect(readdirSync(parent)).toEqual(['out'])
  })

  test('cannot be written outside of', async () => {
    const staged = await stageFolder(path.join(temporaryFolder(), 'out'), systemRandom)
    for (const forged of ['../x', '/tmp/firsthand-x', '.', '']) {
      expect(await codeOf(staged.write(forged as ReturnType<typeof safeName>, Buffer.from('x')))).toBe('broken')
    }
  })

  test('that a crash left is found and swept, and nothing else', async () => {
    const parent = temporaryFolder()
    const staged = await stageFolder(path.join(parent, 'out'), systemRandom)
    await staged.write(name('a'), Buffer.from('a'))
    mkdirSync(path.join(parent, '.firsthand-mine'))
    mkdirSync(path.join(parent, 'kept'))
    expect(await findStaged(parent)).toEqual([staged.folder])
    expect(await sweepStaged(parent)).toBe(1)
    expect(readdirSync(parent).toSorted()).toEqual(['.firsthand-mine', 'kept'])
    expect(await findStaged(path.join(parent, 'none'))).toEqual([])
    expect(await codeOf(stageFolder(path.join(parent, 'none', 'out'), systemRandom))).toBe('folderMissing')
  })
})

test('a file is replaced whole, and a place that takes nothing says so', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder, 'file')
  await writeDurably(file, Buffer.from('one'))
  writeFileSync(`${file}.new`, 'left by a crash')
  await writeDurably(file, Buffer.from('two'))
  expect(readFileSync(file, 'utf8')).toBe('two')
  expect(readdirSync(folder)).toEqual(['file'])
  expect(await codeOf(writeDurably(path.join(file, 'inside'), Buffer.from('x')))).toBe('folderMissing')
})
