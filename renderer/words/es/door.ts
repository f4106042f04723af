import type { door as en } from '../en/door.ts'

export const door = {} as const satisfies Record<keyof typeof en, string>
