// A recording that waits: what was said off the record is nobody's to lose by leaving an answer as it stands.
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { DestroyTake } from '../../renderer/features/record/DestroyTake.tsx'
import { OneTake, type WaitingTake } from '../../renderer/features/record/OneTake.tsx'

vi.mock('../../renderer/words/say.tsx', () => {
  const say = (id: string): string => `[${id}]`
  return { useWords: () => Object.assign(say, { time: (ms: number) => `${ms} ms`, moment: String, failure: String }) }
})
vi.mock('../../renderer/app/archive.tsx', () => ({ useArchive: () => ({}) }))
vi.mock('../../renderer/app/announce.tsx', () => ({ useAnnounce: () => () => {} }))
vi.mock('../../renderer/app/use-doing.ts', () => ({ useDoing: () => ({ busy: false, failure: null, run: () => {} }) }))

const nothing = (): void => {}
const one = { take: 't', title: 'Orchard', narratorName: 'Mira', beganAt: '', keptMs: 9_000, gaps: 0, bytesMissing: 0 }
const shown = (offRecordMs: number): string =>
  renderToStaticMarkup(
    <OneTake
      one={{ ...one, offRecordMs } as WaitingTake}
      isRecording={false}
      onGoOn={nothing}
      onFinished={nothing}
      onChanged={nothing}
    />,
  )

test('of what is undecided neither end is chosen beforehand', () => {
  const undecided = shown(4_000)
  expect(undecided.match(/type="radio"/g)).toHaveLength(2)
  expect(undecided).not.toMatch(/checked|data-selected/)
  expect(shown(0)).not.toMatch(/type="radio"/)
})

test('destroying it says that what is undecided goes too', () => {
  const says = (offRecordMs: number): string =>
    renderToStaticMarkup(
      <DestroyTake keptMs={9_000} offRecordMs={offRecordMs} isBusy={false} onDestroy={nothing} onLeave={nothing} />,
    )
  expect(says(4_000)).toContain('[record.waiting.destroy.offRecord]')
  expect(says(0)).not.toContain('[record.waiting.destroy.offRecord]')
})
