// Reads everything once and says plainly what was found. It can be stopped, and the other rooms go on meanwhile.
import { useEffect, useRef, useState } from 'react'
import { useAnnounce } from '../../app/announce.tsx'
import { codeOf, useArchive } from '../../app/archive.tsx'
import { damagedInWords } from '../../app/damaged-in-words.ts'
import { SaveReport } from '../../app/SaveReport.tsx'
import type { FailureCode } from '../../../shared/contract/failure.ts'
import type { ArchiveClient } from '../../../shared/contract/index.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useWords, type Say } from '../../words/say.tsx'
import styles from './settings.module.css'

type Told = ReturnType<ArchiveClient['care']['check']> extends AsyncIterable<infer T> ? T : never
type Checked = Extract<Told, { kind: 'checked' }>
type State =
  | { readonly kind: 'resting' }
  | { readonly kind: 'checking'; readonly done: number; readonly total: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly code: FailureCode }
  | Checked

export function CheckArchive() {
  const say = useWords()
  const archive = useArchive()
  const announce = useAnnounce()
  const [state, setState] = useState<State>({ kind: 'resting' })
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])

  const check = async (): Promise<void> => {
    const stop = new AbortController()
    stopping.current = stop
    setState({ kind: 'checking', done: 0, total: 0 })
    try {
      for await (const told of archive.care.check({}, stop.signal)) {
        setState(told)
        if (told.kind === 'checked')
          announce(told.findings.length === 0 ? say('settings.care.whole') : say('settings.care.found'))
      }
    } catch (thrown) {
      setState(stop.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', code: codeOf(thrown) })
    }
  }

  return (
    <section className={styles.part} aria-labelledby="settings-care">
      <h2 id="settings-care">{say('settings.care')}</h2>
      <p>{say('settings.care.says')}</p>
      {state.kind === 'checking' ? (
        <Progress
          label={say('settings.care.checking')}
          value={state.total === 0 ? null : state.done / state.total}
          note={state.total === 0 ? undefined : say('settings.care.done', { done: state.done, total: state.total })}
          onCancel={() => stopping.current?.abort()}
        />
      ) : (
        <>
          <Result state={state} say={say} />
          {state.kind === 'checked' && <SaveReport lines={reportOf(say, state)} />}
          <Button onPress={() => void check()}>{say('settings.care.start')}</Button>
        </>
      )}
    </section>
  )
}

function Result({ state, say }: { state: Exclude<State, { kind: 'checking' }>; say: Say }) {
  if (state.kind === 'resting') return null
  if (state.kind === 'stopped') return <Notice>{say('settings.care.stopped')}</Notice>
  if (state.kind === 'failed') return <Notice kind="care">{say.failure(state.code)}</Notice>
  const { findings, faults, damaged, stories, recordings, entries, signed, erased } = state
  const counted = (
    <>
      <p>{say('settings.care.counted', { stories, recordings, entries })}</p>
      {entries > 0 && <p>{say('settings.care.signed', { signed, attested: entries - signed })}</p>}
      {erased > 0 && <p>{say('settings.care.erased', { count: erased })}</p>}
    </>
  )
  if (findings.length === 0) return <Notice title={say('settings.care.whole')}>{counted}</Notice>
  const wrong = findings.reduce(
    (sum, { rule, count }) => (rule === 'ledgerBroken' || rule === 'signatureBroken' ? sum + count : sum),
    0,
  )
  const named = faults.reduce((sum, { sequence, until }) => sum + until - sequence + 1, 0)
  return (
    <Notice kind="care" title={say('settings.care.found')}>
      <ul>
        {findings.map(({ rule, count }) => (
          <li key={rule}>{say(`settings.care.${rule}`, { count })}</li>
        ))}
      </ul>
      {faults.length > 0 && (
        <>
          <h3>{say('settings.care.faults')}</h3>
          <ul>
            {faults.map((fault) => (
              <li key={`${fault.kind} ${fault.sequence}`}>{faultInWords(say, fault)}</li>
            ))}
          </ul>
          {named < wrong && <p>{say('settings.care.more')}</p>}
        </>
      )}
      {damaged.length > 0 && (
        <>
          <h3>{say('repair.named')}</h3>
          <ul>
            {damaged.map((one, at) => (
              <li key={at}>{damagedInWords(say, one)}</li>
            ))}
          </ul>
        </>
      )}
      <p>{say('settings.care.foundSays')}</p>
      {counted}
    </Notice>
  )
}

/** What was found, without the name of any story. */
function reportOf(say: Say, { findings, faults, stories, recordings, entries, signed, erased }: Checked): string[] {
  return [
    say('settings.care'),
    say('settings.care.counted', { stories, recordings, entries }),
    ...(entries > 0 ? [say('settings.care.signed', { signed, attested: entries - signed })] : []),
    ...(erased > 0 ? [say('settings.care.erased', { count: erased })] : []),
    ...(findings.length === 0 ? [say('settings.care.whole')] : []),
    ...findings.map(({ rule, count }) => say(`settings.care.${rule}`, { count })),
    ...faults.map((fault) => faultInWords(say, { ...fault, title: null })),
  ]
}

function faultInWords(say: Say, { kind, sequence, until, at, title }: Checked['faults'][number]): string {
  const known = at !== null && title !== null
  return say(`settings.care.fault.${kind}`, {
    sequence,
    until,
    same: sequence === until ? 'yes' : 'no',
    known: known ? 'yes' : 'no',
    date: known ? say.date(at) : '',
    title: title ?? '',
  }).trim()
}
