// Sealing a passage with its sound. What is encoded this window decodes first, all of the recording.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { abandonAnew, writeAnew } from '../../app/sound/write-anew.ts'

export type SealedSound = Awaited<ReturnType<ArchiveClient['herSession']['sealedSound']>>

/** `back`, and all of it; `readable`: what can be read of it; `stays`: none of it, it stays closed. */
export type OpenedSound = 'back' | 'readable' | 'stays'

export interface OnePassage {
  readonly testimony: string
  readonly passage: string
}

/**
 * Nothing is sealed where it fails or is stopped.
 *
 * @param tell how much of the sound is written, in bytes
 */
export async function sealWithSound(
  archive: ArchiveClient,
  { testimony, passage }: OnePassage,
  toDecode: SealedSound['toDecode'],
  tell: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const asked = { testimony, passages: [passage] }
  try {
    if (toDecode.length > 0) await writeAnew(archive, { ...asked, isWhole: true }, toDecode, tell, signal)
    for await (const step of archive.herSession.sealWithSound(asked, signal))
      if (step.kind === 'working' && toDecode.length === 0) tell(step.done, step.total)
  } finally {
    await abandonAnew(archive, testimony, toDecode)
  }
}
