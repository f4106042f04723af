// Where the real sound files lie.
import { existsSync } from 'node:fs'
import { join } from 'node:path'

export const soundFolder = join(import.meta.dirname, '../../../shared/data/audio')
export const hasSounds = existsSync(soundFolder)
