// THREATS.md names the test beside each promise: every file that it names is there, every title that it quotes stands in its
// file, every group of torture is one, and no file of the shell is left out of what has not been run in Electron.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../support/built.ts'

const page = readFileSync(path.join(repository, 'THREATS.md'), 'utf8')
const isFile = /^[\w./-]+(?:\.(?:tsx?|mjs|yml)|\/)$/

/** Names of the groups of `npm run torture`, as they stand in its sources. */
const groups = readdirSync(path.join(repository, 'tests/torture'))
  .filter((name) => name.endsWith('groups.ts'))
  .flatMap((name) => [...sourceOf(`tests/torture/${name}`).matchAll(/^ {2}'?([a-z]+(?:\.[a-zA-Z]+)?)'?: /gm)])
  .map(([, name]) => name ?? '')

function sourceOf(file: string): string {
  return readFileSync(path.join(repository, file), 'utf8').replaceAll(/\\(['`])/g, '$1')
}

/** What a line names that is not there. A name without a folder lies where the one before it lies, or at the root. */
function wrongIn(line: string): string[] {
  const wrong: string[] = []
  let [folder, file, ofTorture] = ['tests/archive', '', false]
  for (const [, code, title] of line.matchAll(/`([^`]+)`|“([^”]+)”/g)) {
    if (title !== undefined) {
      if (file === '' || !sourceOf(file).includes(title)) wrong.push(`${title} (${file || 'of no file'})`)
    } else if (code?.startsWith('npm run torture')) ofTorture = true
    else if (code !== undefined && isFile.test(code)) {
      ofTorture = false
      const found = [code, path.join(folder, code)].find((one) => existsSync(path.join(repository, one)))
      if (found === undefined) wrong.push(code)
      else if (code.includes('/')) folder = path.dirname(code)
      file = found !== undefined && !found.endsWith('/') ? found : ''
    } else if (ofTorture && code !== undefined && /^[a-z]+(?:\.[a-zA-Z]+)?$/.test(code)) {
      if (!groups.some((name) => name === code || name.startsWith(`${code}.`))) wrong.push(code)
    }
  }
  return wrong
}

const rowsUnder = (heading: string): string[] =>
  (page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)

test('every test, title, file and group that it names is there', () => {
  expect(page.split('\n').flatMap(wrongIn)).toEqual([])
  expect(page.match(/“/g)?.length).toBeGreaterThan(50)
  expect(groups.length).toBeGreaterThan(30)
  // The control: what is not there is seen.
  const made = '| x | `tests/archive/erase.test.ts` “nobody is here”, `none.test.ts`, `npm run torture` (`kill.none`) |'
  expect(wrongIn(made)).toEqual(['nobody is here (tests/archive/erase.test.ts)', 'none.test.ts', 'kill.none'])
})

test('every line of its tables names what holds it, or says that nothing does', () => {
  const rows = [
    ...rowsUnder('What a compromise of each thing can surrender'),
    ...rowsUnder('What is held, and by which test'),
  ]
  expect(rows.length).toBeGreaterThan(60)
  const held = /`[\w./-]+\.(?:test|spec)\.tsx?`|`npm run torture` \(`/
  expect(rows.filter((row) => !held.test(row) && !row.includes('| not defended'))).toEqual([])
})

test('each file of the shell is among what has not been run in Electron, with the command that will run it', () => {
  const rows = rowsUnder('Not yet run in Electron')
  const shell = ['electron/main', 'electron/preload'].flatMap((folder) =>
    readdirSync(path.join(repository, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ folder, name })),
  )
  expect(shell.length).toBeGreaterThan(15)
  const isNamed = ({ folder, name }: { folder: string; name: string }): boolean =>
    rows.some((row) => row.includes(`\`${folder}/`) && (row.includes(`/${name}\``) || row.includes(`\`${name}\``)))
  expect([...shell, { folder: 'electron/archive', name: 'index.ts' }].filter((one) => !isNamed(one))).toEqual([])
  expect(rows.filter((row) => !/\| \*\*[ABC]\*\*[^|]*\|$/.test(row))).toEqual([])
})
