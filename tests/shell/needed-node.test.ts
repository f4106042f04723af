// Started by hand with another Node, the host says which it needs, in one line.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { wrongNode } from '../../electron/browser/needed-node.ts'

test('an old or a newer Node is refused in one line', () => {
  for (const version of ['18.20.4', '22.11.0', '26.0.0', '2.4.0']) {
    expect(wrongNode(version)).toMatch(new RegExp(`^Firsthand needs Node 24, and this is Node ${version}\\.[^\\n]*$`))
  }
})

test('the pinned Node is the one that it needs', () => {
  const { devDependencies = {}, dependencies = {} } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as Record<'devDependencies' | 'dependencies', Record<string, string> | undefined>
  expect(wrongNode(dependencies['node'] ?? devDependencies['node'] ?? '')).toBeNull()
  expect(wrongNode(process.versions.node)).toBeNull()
})

test('nothing that is built for one Node is loaded before it is looked at', () => {
  const entry = readFileSync(new URL('../../electron/browser/index.ts', import.meta.url), 'utf8')
  expect(entry.match(/^import .*$/gm)).toEqual(["import { wrongNode } from './needed-node.ts'"])
})
