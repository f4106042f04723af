// The take that is under way, as the archive tells it, and what can be done with it from any window.
import type { z } from 'zod'
import type { Client } from '../../shared/contract/define.ts'
import { recorder } from '../../shared/contract/recording.ts'

export const recorderContract = { recorder } as const
export type RecorderClient = Client<typeof recorderContract>['recorder']
export type TakeState = z.infer<typeof recorder.state.output>

/** The take that is recorded, paused or off the record; null where there is none, or it has stopped. */
export function underWay(state: TakeState | null): string | null {
  return state === null || state.state === 'stopped' ? null : state.take
}

/** What becomes of what was said off the record. */
export type OffRecordEnd = 'destroy' | 'seal'
export type Forgotten = 'lastBit' | 'sincePause'

/** Each resolves when it is so; rejects with a Failure. */
export interface TakeDoing {
  pause(): Promise<void>
  goOn(): Promise<void>
  forget(what: Forgotten): Promise<void>
  goOffRecord(): Promise<void>
  backOnRecord(then: OffRecordEnd): Promise<void>
  ask(words: string): Promise<void>
  consentBegins(): Promise<void>
  consentEnds(): Promise<void>
  stop(then: OffRecordEnd): Promise<void>
}

/** What is done before the archive is told: what was heard until now is handed on, or thrown away. */
export interface BeforeTelling {
  handOn(): Promise<void>
  throwAway(): void
}

/** The calls of `take` over `client`. NOTE: marks are laid at what is kept, so what was heard before them is kept first. */
export function takeDoing(client: RecorderClient, take: string, before: BeforeTelling): TakeDoing {
  const after = async (tell: () => Promise<unknown>): Promise<void> => {
    await before.handOn()
    await tell()
  }
  return {
    pause: () => after(() => client.pause({ take })),
    goOn: async () => void (await client.goOn({ take })),
    async forget(what) {
      before.throwAway()
      await client.forget({ take, what })
    },
    goOffRecord: () => after(() => client.goOffRecord({ take })),
    backOnRecord: (then) => after(() => client.backOnRecord({ take, offRecord: then })),
    ask: (words) => after(() => client.ask({ take, words })),
    consentBegins: async () => void (await client.consentBegins({ take })),
    consentEnds: () => after(() => client.consentEnds({ take })),
    stop: (then) => after(() => client.stop({ take, offRecord: then })),
  }
}
