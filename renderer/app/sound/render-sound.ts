// Makes a rendition: the wanted stretches as samples, handed to the archive, which takes out what is taken out.
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { sampleCount } from '../../../shared/domain/sound/sound-plan.ts'
import { askWorker, mediaAddress } from './ask-worker.ts'

/** What to render: a recording as a reach would hear it, or an excerpt. */
export type SoundWanted = Parameters<ArchiveClient['sound']['plan']>[0]

export interface RenderOptions {
  /** 0 to 1. */
  readonly onProgress?: (done: number) => void
  readonly signal?: AbortSignal
}

/**
 * Resolves with the rendition to play at `/rendition/<id>`; rendered before, it is given at once. Each clip gives
 * exactly round((endMs - startMs) * sampleRate / 1000) samples. Rejects with a Failure (`soundUnreadable`,
 * `cancelled`, or what the archive said); what was begun is then abandoned.
 */
export async function renderSound(
  archive: ArchiveClient,
  wanted: SoundWanted,
  options: RenderOptions,
): Promise<{ rendition: string }> {
  const { signal } = options
  const onProgress = options.onProgress ?? (() => {})
  const plan = await archive.sound.plan(wanted, signal)
  const { rendition, sampleRate } = plan
  if (plan.ready) return { rendition }
  const total = plan.clips.reduce((sum, clip) => sum + sampleCount(clip.startMs, clip.endMs, sampleRate) * 2, 0)
  let sent = 0
  try {
    for (const [clip, { media, startMs, endMs }] of plan.clips.entries()) {
      await askWorker(
        { kind: 'clip', address: mediaAddress(media), startMs, endMs, sampleRate },
        async (bytes) => {
          await archive.sound.append({ rendition, clip, bytes: new Uint8Array(bytes) }, signal)
          sent += bytes.length
          onProgress(total === 0 ? 1 : sent / total)
        },
        () => {},
        signal,
      )
    }
    await archive.sound.finish({ rendition }, signal)
    return { rendition }
  } catch (reason) {
    // NOTE: without the signal: a cancelled rendering has to be cleared away all the same.
    await archive.sound.abandon({ rendition }).catch(() => {})
    throw reason
  }
}
