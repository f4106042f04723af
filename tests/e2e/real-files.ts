// Real testimonies and real speech, read from the folder beside the project; never copied into it, never shown.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from '@playwright/test'
import type { ChosenFile } from './app.ts'

const folder = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

const storiesAndSpeech = ['testimonies', 'audio/speech/jfk.wav']
const areHere = (parts: readonly string[]): boolean => parts.every((part) => existsSync(path.join(folder, part)))

export const realFilesAreHere = areHere(storiesAndSpeech)

/**
 * Skips the test that calls it, or every test of the file that does, where one of these parts of the folder is not there;
 * stories and speech where none is named.
 */
export function needsRealFiles(...parts: readonly string[]): void {
  test.skip(
    !areHere(parts.length === 0 ? storiesAndSpeech : parts),
    '../shared/data is missing: real stories and sound are read from there',
  )
}

/** One file by its place in the folder. */
export const realBytes = (part: string): Buffer => readFileSync(path.join(folder, part))

/** The same, as a person chooses it. */
export const real = (part: string): ChosenFile => ({ name: path.basename(part), mimeType: '', buffer: realBytes(part) })

/** The first `count` stories of one collection, as text files. */
export function stories(source: string, count: number): ChosenFile[] {
  return realBytes(`testimonies/${source}.jsonl`)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, count)
    .map((line) => {
      const { id, text } = JSON.parse(line) as { id: string; text: string }
      return { name: `${id}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') }
    })
}

/** The first passage is 1.9 s long; its last word is the name that is taken out, from 1.3 to 2.2 s. */
export const speech = {
  name: 'Americans',
  nameMs: [1_350, 2_050] as const,
  passages: [
    'And so my fellow Americans',
    'ask not what your country can do for you',
    'ask what you can do for your country',
  ] as const,
}

const speechTranscript = `WEBVTT

00:00.300 --> 00:02.200
<v Speaker>And <00:00.600>so <00:00.800>my <00:00.950>fellow <00:01.300>Americans

00:03.200 --> 00:07.600
<v Speaker>ask not what your country can do for you

00:08.100 --> 00:10.600
<v Speaker>ask what you can do for your country
`

/** All 73 Oklahoma narratives, 100 life histories, spoken words with their transcript, and one WebVTT file of its own. */
export function realFiles(): { files: ChosenFile[]; stories: number } {
  const texts = [...stories('wpa-oklahoma', 73), ...stories('fwp', 100)]
  const captions = realBytes('transcripts/whisper/split_subtitles/punctuations.mp3_6.vtt')
  const files = [
    ...texts,
    { name: 'speech.vtt', mimeType: 'text/vtt', buffer: Buffer.from(speechTranscript, 'utf8') },
    { name: 'speech.wav', mimeType: 'audio/wav', buffer: speechSound() },
    { name: 'captions.vtt', mimeType: 'text/vtt', buffer: captions },
  ]
  return { files, stories: texts.length + 2 }
}

export function speechSound(): Buffer {
  return realBytes('audio/speech/jfk.wav')
}
