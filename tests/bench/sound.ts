// How long a redacted hour takes to render, check included, against ffmpeg doing the same: decode, silence, encode.
import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import type { RenderingPlan } from '../../electron/archive/features/sound/rendering.ts'
import { systemRandom } from '../../electron/archive/vault/random.ts'
import { figure, median, type Figure } from './figure.ts'

const run = promisify(execFile)
const rate = 48_000
const seconds = 3_600
const rounds = 5
/** A name every three minutes, silent for a second. */
const silences = Array.from({ length: 20 }, (_, at) => ({
  startMs: at * 180_000 + 60_000,
  endMs: at * 180_000 + 61_000,
}))
const endMs = seconds * 1_000
const plan: RenderingPlan = {
  testimony: '',
  sha256: '',
  as: null,
  sampleRate: rate,
  clips: [{ clip: { recording: '', startMs: 0, endMs, silences }, startMs: 0, endMs, pauseBeforeMs: 0 }],
}
/** What it may have at most, in MiB. */
const memory = 300

/** An hour of noise as a 16-bit 48 kHz mono WAV. */
async function writeHour(file: string): Promise<void> {
  const handle = await open(file, 'wx')
  await handle.write(wavHead(rate * seconds, rate))
  const whole = rate * seconds * 2
  for (let at = 0; at < whole; at += 2 ** 20) await handle.write(systemRandom(Math.min(2 ** 20, whole - at)))
  await handle.close()
}

async function ours(wav: string, place: string): Promise<{ milliseconds: number; mebibytes: number }> {
  const folder = path.join(place, 'ours')
  await mkdir(folder)
  const work = path.join(import.meta.dirname, 'sound-work.ts')
  const { stdout } = await run(process.execPath, [work, JSON.stringify({ wav, folder, plan })])
  await rm(folder, { recursive: true })
  return JSON.parse(stdout) as { milliseconds: number; mebibytes: number }
}

/** Milliseconds. NOTE: with its start, which is a hundredth of it; ours without, but with the sync to the disk that it leaves out. */
async function peer(wav: string, place: string): Promise<number> {
  const out = path.join(place, 'peer.wav')
  const inside = silences.map((one) => `between(t,${one.startMs / 1_000},${one.endMs / 1_000})`).join('+')
  const started = performance.now()
  const heard = ['-v', 'error', '-i', wav, '-af', `volume=0:enable='${inside}'`]
  const written = ['-map_metadata', '-1', '-fflags', '+bitexact', '-c:a', 'pcm_s16le', '-f', 'wav', out]
  await run('ffmpeg', [...heard, ...written])
  const took = performance.now() - started
  await rm(out)
  return took
}

export async function benchSound(): Promise<Figure[]> {
  if (spawnSync('ffmpeg', ['-version']).error !== undefined) {
    process.stderr.write('sound: ffmpeg is not on this machine, so that there is nothing to measure against\n')
    return []
  }
  const place = await mkdtemp(path.join(tmpdir(), 'firsthand-bench-'))
  try {
    const wav = path.join(place, 'hour.wav')
    await writeHour(wav)
    const times: { ours: number[]; peer: number[]; memory: number[] } = { ours: [], peer: [], memory: [] }
    for (let round = 0; round < rounds; round += 1) {
      // In turn, and neither always after the other.
      if (round % 2 === 0) times.peer.push(await peer(wav, place))
      const own = await ours(wav, place)
      times.ours.push(own.milliseconds)
      times.memory.push(own.mebibytes)
      if (round % 2 === 1) times.peer.push(await peer(wav, place))
    }
    return [
      figure('sound.redact', median(times.ours), median(times.peer), 'ms'),
      // NOTE: here the peer is the most that is allowed.
      figure('sound.redact.memory', Math.max(...times.memory), memory, 'MiB'),
    ]
  } finally {
    await rm(place, { recursive: true, force: true })
  }
}
