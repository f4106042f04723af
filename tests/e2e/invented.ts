// A small invented set: a worker's story with sound in which one tone is the name that must not be heard.
import { wavHead } from '../../electron/archive/exporters/wav.ts'
import type { ChosenFile } from './app.ts'

export const nameTone = 1_900
export const voiceTone = 440

const rate = 16_000

/** A tone for her voice, and another one from 5.2 to 5.8 s, where the name is said. */
function voice(seconds: number): Buffer {
  const samples = new Int16Array(seconds * rate)
  for (let at = 0; at < samples.length; at += 1) {
    const second = at / rate
    const hertz = second >= 5.2 && second < 5.8 ? nameTone : voiceTone
    samples[at] = Math.round(12_000 * Math.sin(2 * Math.PI * hertz * second))
  }
  return Buffer.concat([wavHead(samples.length, rate), new Uint8Array(samples.buffer)])
}

export const nightShift = `WEBVTT

00:00.000 --> 00:02.000
<v Interviewer>You said the first winter was the hardest.

00:02.000 --> 00:05.000
<v Marisol>The winter, yes. But you will want to write that it was the worst.

00:05.000 --> 00:08.000
<v Marisol>Rosalinda drove us to the station to ask for it back.

00:08.000 --> 00:10.000
<v Marisol>After that we met on Sundays, six of us, then eleven.
`

const text = (name: string, content: string): ChosenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content, 'utf8'),
})

export const inventedFiles: readonly ChosenFile[] = [
  text('night-shift.vtt', nightShift),
  { name: 'night-shift.wav', mimeType: 'audio/wav', buffer: voice(10) },
  text(
    'market.txt',
    'Q: ¿Dónde vendías?\n\nA: En el mercado, cada domingo. Mi tía lloró cuando cerraron los puestos.\n\nQ: ¿Y después?\n\nA: Después nos organizamos.',
  ),
  text('oranges.txt', 'I sold oranges for eleven years.\n\nNobody asked me whether I liked it. I liked the mornings.'),
  text('夜班.txt', '我在洗衣房上夜班。\n\n星期天我们六个人见面，后来有十一个人。'),
]
