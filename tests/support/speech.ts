// Real speech, and what the model that is made here says of it, or of anything.
import { existsSync } from 'node:fs'
import path from 'node:path'

export const jfkFile = path.resolve(import.meta.dirname, '../../../shared/data/audio/speech/jfk.wav')
export const hasJfk = existsSync(jfkFile)

/** Words that stand in no other test, so that they can be looked for. Two sentences, and a letter of three bytes. */
export const saidByModel = ' The quillfern harbour was closed. Nobody told us in 東京 why.'
export const draftTexts = ['The quillfern harbour was closed.', 'Nobody told us in 東京 why.'] as const
