// A model is looked at before the engine sees it: a whole one is taken, anything else is refused with its reason.
import {
  appendFileSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lookAtModel } from '../../electron/archive/features/transcribing/model-file.ts'
import { writeSpeakingModel } from '../support/speaking-model.ts'
import { spread } from '../support/full.ts'

let folder: string
let model: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'firsthand-model-'))
  model = path.join(folder, 'ggml-speaking.bin')
  writeSpeakingModel(model, [' One', ' two.'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const changed = (name: string, change: (file: string) => void): string => {
  const file = path.join(folder, name)
  copyFileSync(model, file)
  change(file)
  return file
}

test('a whole model is taken', async () => {
  expect(await lookAtModel(model)).toMatchObject({ name: 'ggml-speaking.bin', onlyEnglish: false })
})

test('none, a folder, and a path that is not whole', async () => {
  for (const file of [path.join(folder, 'none.bin'), folder, 'ggml-speaking.bin'])
    await expect(lookAtModel(file)).rejects.toMatchObject({ code: 'modelMissing' })
})

describe('what is no model', () => {
  test.each<[string, (file: string) => void]>([
    ['nothing', (file) => truncateSync(file, 0)],
    ['a letter', (file) => writeFileSync(file, 'Dear Rosa,\n'.repeat(1_000))],
    ['a model cut in its words', (file) => truncateSync(file, 300_000)],
    ['a model that lacks its last byte', (file) => truncateSync(file, readFileSync(model).length - 1)],
    ['a model with a byte more', (file) => writeFileSync(file, Buffer.concat([readFileSync(model), Buffer.from([1])]))],
    ['another kind of the same maker', (file) => writeSync(openSync(file, 'r+'), Buffer.from([9, 0, 0, 0]), 0, 4, 4)],
    [
      'one without the token of a space, on which the engine hangs',
      (file) => {
        const bytes = readFileSync(file)
        const at = 12 * 4 + 8 + 80 * 201 * 4 + 4
        bytes[at + 4] = 0x78
        writeFileSync(file, bytes)
      },
    ],
  ])('%s', async (name, change) => {
    await expect(lookAtModel(changed(`${name}.bin`, change))).rejects.toMatchObject({ code: 'notAModel' })
  })

  test('cut anywhere, or with a changed byte: refused or taken, and never anything else', async () => {
    const whole = readFileSync(model)
    const file = path.join(folder, 'mutated.bin')
    for (const cut of spread(
      Array.from({ length: 59 }, (_, at) => at + 1),
      8,
    )) {
      writeFileSync(file, whole.subarray(0, Math.floor((whole.length * cut) / 60)))
      await expect(lookAtModel(file)).rejects.toMatchObject({ code: 'notAModel' })
    }
    let refused = 0
    const changed = spread(
      Array.from({ length: 120 }, (_, at) => at),
      6,
    )
    for (const at of changed) {
      const bytes = Buffer.from(whole)
      const place = at < 60 ? at : 60 + ((at * 791_929) % (whole.length - 60))
      bytes[place] = (bytes[place] ?? 0) ^ 0xff
      writeFileSync(file, bytes)
      const code = await lookAtModel(file).then(
        () => 'taken',
        (error: unknown) => (error as { code: string }).code,
      )
      expect(['taken', 'notAModel', 'modelTooLarge']).toContain(code)
      if (code !== 'taken') refused += 1
    }
    expect(refused).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(changed.length / 3)
  })

  test('one with a tensor a second time, which could go on for gigabytes', async () => {
    const file = changed('again.bin', (one) => {
      const name = 'decoder.ln.bias'
      const head = Buffer.alloc(16)
      for (const [at, number] of [1, name.length, 0, 32].entries()) head.writeInt32LE(number, at * 4)
      appendFileSync(one, Buffer.concat([head, Buffer.from(name), Buffer.alloc(32 * 4)]))
    })
    await expect(lookAtModel(file)).rejects.toMatchObject({ code: 'notAModel' })
  })
})
