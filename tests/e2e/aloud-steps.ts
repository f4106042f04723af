// Steps of somebody who says something aloud in her own session, and what is heard of it afterwards.
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { bringIn, handOver, openArchive, openStory } from './app.ts'
import { inventedFiles } from './invented.ts'

/** Her story with its sound, which is one recording already. */
const story = inventedFiles.slice(0, 2)

/** The window is hers, from her story in the shelf. */
export async function handNightShiftOver(page: Page): Promise<void> {
  await openStory(page, 'night-shift')
  await handOver(page)
}

/** From the first run to her own session; gives the passphrase of the archive. */
export async function openHerSession(page: Page): Promise<string> {
  const passphrase = await openArchive(page)
  await bringIn(page, story, 1)
  await handNightShiftOver(page)
  return passphrase
}

/** The names of the files among the media. */
export const kept = (dataFolder: string): Promise<string[]> =>
  readdir(path.join(dataFolder, 'firsthand', 'Archive', 'media'))

interface Heard {
  readonly seconds: number
  readonly loudest: number
}

/** What the recording holds when it is decoded, as whoever plays it hears it. */
export const decoded = (audio: Locator): Promise<Heard> =>
  audio.evaluate(async (element: HTMLAudioElement) => {
    const bytes = await (await fetch(element.src)).arrayBuffer()
    const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes)
    return { seconds: sound.duration, loudest: Math.max(...sound.getChannelData(0).map(Math.abs)) }
  })

/** Plays it to its end; gives the place that it came to, in seconds. */
export const played = (audio: Locator): Promise<number> =>
  audio.evaluate(
    (element: HTMLAudioElement) =>
      new Promise<number>((resolve, reject) => {
        element.addEventListener('ended', () => resolve(element.currentTime))
        element.addEventListener('error', () => reject(new Error(element.error?.message)))
        element.play().catch(reject)
      }),
  )
