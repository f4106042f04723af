// The archive's own questions: written, put in order, and kept at once.
import { useState } from 'react'
import { useAnswer, useArchive } from '../../app/archive.tsx'
import { sayBeside } from '../../app/beside.ts'
import { useDoing } from '../../app/use-doing.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { addedQuestion, movedQuestion, type OwnQuestion } from './question-order.ts'
import styles from './record.module.css'

export function QuestionsDesk() {
  const say = useWords()
  const archive = useArchive()
  const doing = useDoing()
  const [fresh, setFresh] = useState('')
  const { value, again } = useAnswer(
    ['story', 'shelf'],
    async (client, signal) => (await client.recording.questions({}, signal)).questions,
    [],
    { keepOld: true },
  )
  const questions: readonly OwnQuestion[] = value ?? []
  const keep = (next: readonly OwnQuestion[]): void =>
    doing.run(async () => {
      await archive.recording.keepQuestions({ questions: [...next] })
      sayBeside({ kind: 'questions', questions: next.map(({ words, language }) => ({ words, language })) })
      again()
    }, say('record.questions.kept'))
  return (
    <Disclosure title={say('record.questions')}>
      <p className={styles.soft}>{say('record.questions.says')}</p>
      {questions.length === 0 && <p>{say('record.questions.none')}</p>}
      <ol className={styles.rows} aria-label={say('record.questions')}>
        {questions.map((question, at) => (
          <li key={question.id} className={styles.row}>
            <TextField
              label={say('record.questions.change', { number: at + 1 })}
              defaultValue={question.words}
              dir="auto"
              lang={question.language}
              maxLength={2_000}
              onBlur={({ target }) => {
                const words = (target as HTMLInputElement).value.trim()
                if (words !== '' && words !== question.words)
                  keep(questions.map((one) => (one.id === question.id ? { ...one, words } : one)))
              }}
            />
            <div className={styles.buttons}>
              <Button
                small
                isDisabled={at === 0 || doing.busy}
                aria-label={say('record.questions.up.named', { number: at + 1 })}
                onPress={() => keep(movedQuestion(questions, at, at - 1))}
              >
                {say('record.questions.up')}
              </Button>
              <Button
                small
                isDisabled={at === questions.length - 1 || doing.busy}
                aria-label={say('record.questions.down.named', { number: at + 1 })}
                onPress={() => keep(movedQuestion(questions, at, at + 1))}
              >
                {say('record.questions.down')}
              </Button>
              <Button
                small
                isDisabled={doing.busy}
                aria-label={say('record.questions.remove.named', { number: at + 1 })}
                onPress={() => keep(questions.filter(({ id }) => id !== question.id))}
              >
                {say('record.questions.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <form
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (fresh.trim() === '') return
          keep(addedQuestion(questions, fresh.trim(), say.locale))
          setFresh('')
        }}
      >
        <TextField
          label={say('record.questions.new')}
          value={fresh}
          onChange={setFresh}
          dir="auto"
          maxLength={2_000}
          beside={
            <Button type="submit" isDisabled={fresh.trim() === '' || doing.busy}>
              {say('record.questions.add')}
            </Button>
          }
        />
      </form>
      {doing.failure !== null && (
        <Notice kind="care" said>
          {say.failure(doing.failure)}
        </Notice>
      )}
    </Disclosure>
  )
}
