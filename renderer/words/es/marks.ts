import type { marks as en } from '../en/marks.ts'

export const marks = {} as const satisfies Record<keyof typeof en, string>
