// An archive with a recording that nobody has written down, the real transcriber, and a model that says what it is told to.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ArchiveClient } from '../../shared/contract/index.ts'
import type { StartTranscriber } from '../../shared/contract/transcriber-messages.ts'
import { transcriberAt } from '../../electron/browser/transcriber-process.ts'
import { sampleCount } from '../../shared/domain/sound/sound-plan.ts'
import { bringIn, makeArchive, type TestArchive } from './archive.ts'
import { jfkFile, saidByModel } from './speech.ts'
import { writeSpeakingModel } from './speaking-model.ts'

/** The program that is run: the source itself, which Node runs unbuilt. */
export const transcriberSource = path.resolve(import.meta.dirname, '../../electron/transcriber/index.ts')

export interface ListeningArchive extends TestArchive {
  readonly testimony: string
  readonly recording: string
  /** 16 kHz. */
  readonly samples: Int16Array
  readonly model: string
}

/** Samples of a WAV of 16 bit. */
export function samplesOf(wav: Buffer): Int16Array {
  const start = wav.indexOf('data', 0, 'latin1') + 8
  return new Int16Array(new Uint8Array(wav.subarray(start, start + ((wav.length - start) & ~1))).buffer)
}

export async function makeListening(
  said = saidByModel,
  startTranscriber: StartTranscriber = transcriberAt(transcriberSource),
): Promise<ListeningArchive> {
  const folder = mkdtempSync(path.join(tmpdir(), 'firsthand-model-'))
  const model = path.join(folder, 'ggml-speaking.bin')
  writeSpeakingModel(model, said.split(/(?= )/))
  const archive = await makeArchive({ startTranscriber })
  const bytes = readFileSync(jfkFile)
  const [line] = await bringIn(archive.client, [{ name: 'jfk.wav', bytes }])
  const testimony = line?.testimony ?? ''
  const { story } = await archive.client.story.read({ testimony })
  return {
    ...archive,
    testimony,
    recording: story.recordings[0]?.id ?? '',
    samples: samplesOf(bytes),
    model,
    async close() {
      await archive.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Told = ReturnType<ArchiveClient['transcribing']['transcribe']> extends AsyncIterable<infer T> ? T : never

/** As the window does: begins, hands over what is asked for, waits for the end. `onTold` may throw to leave. */
export async function transcribe(
  { client, testimony, recording, samples }: Pick<ListeningArchive, 'client' | 'testimony' | 'recording' | 'samples'>,
  onTold: (told: Told) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Extract<Told, { kind: 'kept' }>> {
  let sending: Promise<void> = Promise.resolve()
  for await (const told of client.transcribing.transcribe(
    { testimony, recording, language: 'en', asked: true },
    signal,
  )) {
    onTold(told)
    if (told.kind === 'kept') {
      await sending
      return told
    }
    if (told.kind !== 'begun') continue
    sending = (async () => {
      for (const [stretch, { startMs, endMs }] of told.stretches.entries()) {
        const wanted = sampleCount(startMs, endMs, told.sampleRate)
        const own = new Int16Array(wanted)
        own.set(samples.subarray(startMs * 16, startMs * 16 + wanted))
        const bytes = new Uint8Array(own.buffer)
        for (let at = 0; at < bytes.length; at += 100_000)
          await client.transcribing.append({ run: told.run, stretch, bytes: bytes.slice(at, at + 100_000) })
      }
      await client.transcribing.finish({ run: told.run })
    })()
    sending.catch(() => undefined)
  }
  throw new Error('it ended without a draft')
}
