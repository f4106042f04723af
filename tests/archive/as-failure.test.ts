// What the system and the database throw, as failures that say nothing of the archive.
import { appendFileSync, closeSync, existsSync, openSync, writeSync } from 'node:fs'
import { expect, test } from 'vitest'
import { asFailure, knownFailure } from '../../electron/archive/as-failure.ts'
import { Failure } from '../../shared/contract/failure.ts'

const coded = (code: string) => Object.assign(new Error('/secret/place of hers'), { code })

test.each([
  ['ENOSPC', 'diskFull'],
  ['EDQUOT', 'diskFull'],
  ['SQLITE_FULL', 'diskFull'],
  ['EROFS', 'folderReadOnly'],
  ['EACCES', 'folderReadOnly'],
  ['EPERM', 'folderReadOnly'],
  ['SQLITE_READONLY_DIRECTORY', 'folderReadOnly'],
  ['SQLITE_READONLY', 'folderReadOnly'],
  ['SQLITE_BUSY', 'alreadyOpenElsewhere'],
  ['SQLITE_NOTADB', 'pageDamaged'],
  ['SQLITE_BUSY_RECOVERY', 'alreadyOpenElsewhere'],
  ['SQLITE_CORRUPT', 'pageDamaged'],
  ['EIO', 'diskFailing'],
  ['SQLITE_CORRUPT_INDEX', 'pageDamaged'],
  ['SQLITE_IOERR_SHORT_READ', 'pageDamaged'],
  ['ENOENT', 'folderMissing'],
  ['SQLITE_IOERR_FSYNC', 'diskFailing'],
  ['SQLITE_CONSTRAINT_TRIGGER', 'broken'],
  ['EWHATEVER', 'broken'],
])('%s is %s', (code, expected) => {
  const failure = asFailure(coded(code))
  expect(failure.code).toBe(expected)
  expect(JSON.stringify([failure.message, failure.detail])).not.toContain('secret')
})

test('a failure stays itself, and anything else is broken', () => {
  const failure = new Failure('newerVersion')
  expect(asFailure(failure)).toBe(failure)
  for (const strange of [null, undefined, 'text', new Error('x'), { code: 'ENOSPC' }])
    expect(asFailure(strange).code).toBe('broken')
  expect(knownFailure(new Error('x'))).toBeNull()
})

test.skipIf(!existsSync('/dev/full'))('the system’s own full device', () => {
  const handle = openSync('/dev/full', 'w')
  const write = (): unknown => {
    try {
      return writeSync(handle, 'x')
    } catch (error) {
      return asFailure(error).code
    }
  }
  expect(write()).toBe('diskFull')
  closeSync(handle)
  expect(() => appendFileSync('/dev/full', 'x')).toThrow('ENOSPC')
})
