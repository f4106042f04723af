// A voice that a program of this machine makes. The words go to it by a pipe and the sound comes back by one: never through
// a file, never in a list of processes, and the program gets nothing of the surroundings in which it could leave them.
// oxlint-disable-next-line no-restricted-imports -- it gets words that are to leave, as they are to leave, by a pipe; no key
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { Failure } from '../../../../shared/contract/failure.ts'
import { primaryLanguage } from '../../../../shared/domain/languages/primary-language.ts'
import { wavHead } from '../../exporters/wav.ts'

export interface MachineVoice {
  readonly id: string
  readonly name: string
}

/** NOTE: where systems put programs that they installed; not wherever somebody's PATH says. */
const places = [
  '/usr/bin/espeak-ng',
  '/usr/local/bin/espeak-ng',
  '/opt/homebrew/bin/espeak-ng',
  '/opt/local/bin/espeak-ng',
  'C:\\Program Files\\eSpeak NG\\espeak-ng.exe',
  'C:\\Program Files (x86)\\eSpeak NG\\espeak-ng.exe',
]
const longestMs = 120_000
const mostBytes = 200 * 1024 * 1024

/** The full path of eSpeak NG; null where it is not installed. NOTE: macOS' `say` writes to files alone, so it is not used. */
export function machineVoiceProgram(exists: (place: string) => boolean = existsSync): string | null {
  return places.find((place) => exists(place)) ?? null
}

/** What a program says when it is told something. Throws Failure machineVoiceFailed, cancelled. */
function told(program: string, options: readonly string[], words: string, signal: AbortSignal): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Failure('cancelled'))
    const { SystemRoot } = process.env
    const child = spawn(program, options, {
      cwd: tmpdir(),
      env: { LANG: 'C.UTF-8', ...(SystemRoot === undefined ? {} : { SystemRoot }) },
      stdio: ['pipe', 'pipe', 'ignore'],
      shell: false,
      windowsHide: true,
    })
    const parts: Buffer[] = []
    let size = 0
    const end = (failure: Failure | null): void => {
      clearTimeout(tooLong)
      signal.removeEventListener('abort', cancel)
      if (failure === null) return resolve(Buffer.concat(parts))
      child.kill('SIGKILL')
      for (const part of parts) part.fill(0)
      reject(failure)
    }
    const cancel = (): void => end(new Failure('cancelled'))
    const tooLong = setTimeout(() => end(new Failure('machineVoiceFailed')), longestMs)
    signal.addEventListener('abort', cancel, { once: true })
    child.on('error', () => end(new Failure('machineVoiceFailed')))
    child.stdin.on('error', () => undefined) // it says so itself by how it ends
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part)
      size += part.length
      if (size > mostBytes) end(new Failure('machineVoiceFailed'))
    })
    child.on('close', (code) => end(code === 0 ? null : new Failure('machineVoiceFailed')))
    child.stdin.end(words)
  })
}

/** Those that speak the language, the nearest first. */
export async function machineVoices(program: string, language: string, signal: AbortSignal): Promise<MachineVoice[]> {
  const said = await told(program, [`--voices=${primaryLanguage(language)}`], '', signal)
  const voices = said
    .toString('utf8')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, , spoken = '', , name = '', file = ''] = line.split(/\s+/)
      // NOTE: voices of MBROLA are named there whether or not their data are on the machine.
      if (primaryLanguage(spoken) !== primaryLanguage(language) || file.startsWith('mb/')) return []
      const id = file.split('/').at(-1) ?? ''
      return /^[\w-]{1,40}$/.test(id) ? [{ id, name: name.replaceAll('_', ' ') }] : []
    })
  const nearest = (voice: MachineVoice) => (voice.id.toLowerCase() === language.toLowerCase() ? 0 : 1)
  return voices.sort((a, b) => nearest(a) - nearest(b))
}

/** A WAV of one channel with 16 bits, with its real length. Throws Failure machineVoiceFailed, cancelled. */
export async function spokenByMachine(
  program: string,
  voice: string,
  words: string,
  signal: AbortSignal,
): Promise<{ wav: Buffer; sampleRate: number; durationMs: number }> {
  // NOTE: a line end would end what it takes as one text, and it would take its options from nowhere else.
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  const out = await told(program, ['-v', voice, '-b', '1', '-s', '150', '--stdin', '--stdout'], `${line}\n`, signal)
  const isWav = out.length > 44 && out.toString('latin1', 0, 4) === 'RIFF' && out.toString('latin1', 36, 40) === 'data'
  if (!isWav || out.readUInt16LE(22) !== 1 || out.readUInt16LE(34) !== 16) throw new Failure('machineVoiceFailed')
  const sampleRate = out.readUInt32LE(24)
  const samples = Math.floor((out.length - 44) / 2)
  if (sampleRate < 8_000 || sampleRate > 48_000 || samples === 0) throw new Failure('machineVoiceFailed')
  const wav = Buffer.concat([wavHead(samples, sampleRate), out.subarray(44, 44 + samples * 2)])
  out.fill(0)
  return { wav, sampleRate, durationMs: Math.ceil((samples / sampleRate) * 1000) }
}
