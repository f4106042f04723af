// What went where: rows to read and to filter. There is no way to delete one.
import { useState } from 'react'
import type { UseName } from '../../../shared/domain/consent/uses.ts'
import { Choice } from '../../ui/Choice.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useWords } from '../../words/say.tsx'
import { RegisterRow } from './RegisterRow.tsx'
import { recallFilters, rowsThatFit, type Disclosed, type RecallFilter, type RegisterFilter } from './register-rows.ts'
import type { RecallSummary } from './recall-shapes.ts'
import styles from './given-out.module.css'
import { useUses } from '../../app/uses.tsx'

const everyone = 'everyone'
const everyUse = 'everyUse'

interface Props {
  readonly rows: readonly Disclosed[]
  /** By row. */
  readonly recalls: ReadonlyMap<string, RecallSummary>
  readonly onStory: (testimony: string) => void
  readonly onRecall: (disclosure: string) => void
}

export function Register({ rows, recalls, onStory, onRecall }: Props) {
  const say = useWords()
  const { nameOf } = useUses()
  const [filter, setFilter] = useState<RegisterFilter>({ words: '', recipient: '', use: '', recall: 'all' })
  const recipients = new Map(rows.map(({ recipient: { id, name } }) => [id, name]))
  const usesThere = [...new Set(rows.map(({ use }) => use))]
  const fitting = rowsThatFit(rows, filter, recalls)
  return (
    <>
      <search className={styles.filter} aria-label={say('givenOut.filter')}>
        <SearchField
          label={say('givenOut.words')}
          value={filter.words}
          onChange={(words) => setFilter({ ...filter, words })}
        />
        <Choice
          label={say('givenOut.recipient')}
          value={filter.recipient === '' ? everyone : filter.recipient}
          onChange={(id) => setFilter({ ...filter, recipient: id === everyone ? '' : id })}
          options={[
            { id: everyone, name: say('givenOut.everyone') },
            ...[...recipients].map(([id, name]) => ({ id, name })),
          ]}
        />
        <Choice<UseName | typeof everyUse>
          label={say('givenOut.use')}
          value={filter.use === '' ? everyUse : filter.use}
          onChange={(id) => setFilter({ ...filter, use: id === everyUse ? '' : id })}
          options={[
            { id: everyUse, name: say('givenOut.everyUse') },
            ...usesThere.map((id) => ({ id, name: nameOf(id) })),
          ]}
        />
        <Choice<RecallFilter>
          label={say('recall.filter')}
          value={filter.recall}
          onChange={(recall) => setFilter({ ...filter, recall })}
          options={recallFilters.map((id) => ({ id, name: say(`recall.filter.${id}`) }))}
        />
      </search>
      <p role="status" className={styles.soft}>
        {fitting.length === 0
          ? say(filter.recall === 'owed' ? 'recall.filter.none' : 'givenOut.none')
          : say('givenOut.count', { count: fitting.length })}
      </p>
      <ol className={styles.rows} aria-label={say('givenOut.list')}>
        {fitting.map((row) => (
          <li key={row.id}>
            <RegisterRow row={row} recall={recalls.get(row.id)} onStory={onStory} onRecall={onRecall} />
          </li>
        ))}
      </ol>
    </>
  )
}
