// The mirror: the whole of a story beside what is chosen of it. A picture of bars that is a table as well, and what
// vanishes, by name.
import { useId, type ReactNode } from 'react'
import {
  extremesOf,
  shareOfHerWords,
  type Mirror as Mirrored,
  type MirrorRow,
} from '../../shared/domain/mirror/mirror.ts'
import { useWords } from '../words/say.tsx'
import styles from './Mirror.module.css'

interface Props {
  readonly mirror: Mirrored
  /** Who looks: she herself, or somebody else. */
  readonly to: 'her' | 'others'
  /** Percent of her words below which her yes is needed; null where she has drawn no line. */
  readonly threshold: number | null
}

export function Mirror({ mirror, to, threshold }: Props) {
  const say = useWords()
  const id = useId()
  const { whole, selection, narratorWords, sections, labels, inOrder } = mirror
  const hers = to === 'her' ? 'mirror.her' : 'mirror'
  const timed = whole.ms > 0
  return (
    <section className={styles.mirror} aria-labelledby={id}>
      <h2 id={id}>{say(`${hers}.title`)}</h2>
      <p>{say(`${hers}.share`, { share: shareOfHerWords(mirror) })}</p>
      <p className={styles.soft}>
        {say(`${hers}.narrator`, {
          whole: percent(narratorWords.whole, whole.words),
          selection: percent(narratorWords.selection, selection.words),
        })}{' '}
        {say(inOrder ? 'mirror.ordered' : 'mirror.reordered')}
      </p>
      {threshold !== null && <p className={styles.soft}>{say(`${hers}.line`, { threshold })}</p>}
      <Extremes mirror={mirror} />
      <p className={styles.soft}>{say('mirror.says')}</p>
      <table className={styles.table} aria-label={say('mirror.table')}>
        <thead>
          <tr>
            <th scope="col">{say('mirror.part')}</th>
            <th scope="col">{say('mirror.passages')}</th>
            <th scope="col">{say('mirror.words')}</th>
            {timed && <th scope="col">{say('mirror.minutes')}</th>}
          </tr>
        </thead>
        <tbody>
          <Row row={mirror} timed={timed}>
            {say('mirror.whole')}
          </Row>
        </tbody>
        <Rows title={say(`${hers}.sections`)} rows={sections} timed={timed} />
        <Rows title={say('mirror.labels')} rows={labels} timed={timed} />
      </table>
    </section>
  )
}

/** What is not in it at all, and what is in it whole, each by its name. */
function Extremes({ mirror }: { mirror: Mirrored }) {
  const say = useWords()
  const { gone, all } = extremesOf(mirror)
  const named = (id: 'mirror.goneRow' | 'mirror.allRow') => (row: MirrorRow, at: number) => (
    <li key={at}>{say.rich(id, { all: row.whole.passages, name: () => <NameOf key="name" row={row} isQuoted /> })}</li>
  )
  return (
    <>
      {gone.length > 0 && (
        <>
          <h3>{say('mirror.gone')}</h3>
          <ul className={styles.named}>{gone.map(named('mirror.goneRow'))}</ul>
        </>
      )}
      {all.length > 0 && (
        <>
          <h3>{say('mirror.all')}</h3>
          <ul className={styles.named}>{all.map(named('mirror.allRow'))}</ul>
        </>
      )}
    </>
  )
}

function NameOf({ row, isQuoted = false }: { row: MirrorRow; isQuoted?: boolean }) {
  const say = useWords()
  if (row.name === '') return say('mirror.before')
  return isQuoted ? (
    <q lang={row.language} dir="auto">
      {row.name}
    </q>
  ) : (
    <bdi lang={row.language}>{row.name}</bdi>
  )
}

function Rows({ title, rows, timed }: { title: string; rows: readonly MirrorRow[]; timed: boolean }) {
  const say = useWords()
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={timed ? 4 : 3} className={styles.group}>
          {title}
        </th>
      </tr>
      {rows.map((row, at) => (
        <Row key={at} row={row} timed={timed}>
          <NameOf row={row} />
          {!row.isShown && <span className={styles.soft}> · {say('mirror.notShown')}</span>}
        </Row>
      ))}
    </tbody>
  )
}

function Row({
  row,
  timed,
  children,
}: {
  row: Pick<MirrorRow, 'whole' | 'selection'>
  timed: boolean
  children: ReactNode
}) {
  const say = useWords()
  const { whole, selection } = row
  const cell = (here: string, all: string) => <td>{say('mirror.of', { here, all })}</td>
  return (
    <tr>
      <th scope="row">
        {children}
        <svg className={styles.bar} viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.all} width="1000" height="10" />
          <rect className={styles.here} width={thousandths(row)} height="10" />
        </svg>
      </th>
      {cell(say.number(selection.passages), say.number(whole.passages))}
      {cell(say.number(selection.words), say.number(whole.words))}
      {timed && cell(say.time(selection.ms), say.time(whole.ms))}
    </tr>
  )
}

/** By words, or by passages where there are no words to be read. */
function thousandths({ whole, selection }: Pick<MirrorRow, 'whole' | 'selection'>): number {
  const [here, all] = whole.words > 0 ? [selection.words, whole.words] : [selection.passages, whole.passages]
  return all === 0 ? 0 : Math.round((here * 1000) / all)
}

function percent(part: number, all: number): number {
  return all === 0 ? 0 : Math.round((part * 100) / all)
}
