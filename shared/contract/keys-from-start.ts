// The presets of keys, and what counts before anybody has chosen. Without shapes, so that the window can have it early.
import type { KeyChoices } from './key-choices.ts'

export const keyPresets = ['oTranscribe', 'expressScribe', 'own'] as const
export type KeyPreset = (typeof keyPresets)[number]

export const keyChoicesFromStart: KeyChoices = {
  preset: 'oTranscribe',
  own: {},
  pedals: {},
  stepBackMs: 1_500,
  skipMs: 2_000,
  pauseWhileTyping: false,
}
