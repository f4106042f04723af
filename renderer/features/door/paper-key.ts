// What making an archive gives back: the paper key, its picture, and which words are to be typed back.
import type { ArchiveClient } from '../../../shared/contract/index.ts'

export type PaperKey = Awaited<ReturnType<ArchiveClient['door']['create']>>
