import type { story as en } from '../en/story.ts'

export const story = {} as const satisfies Record<keyof typeof en, string>
