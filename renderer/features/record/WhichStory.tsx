// What is recorded: another sitting of a story that is here, or a new one by somebody new or known.
import { LanguageChoice } from '../../app/LanguageChoice.tsx'
import { Answers } from '../../ui/Answers.tsx'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { ChooseOneStory } from './ChooseOneStory.tsx'
import type { RecordDraft } from './record-draft.ts'
import styles from './record.module.css'

export interface DraftProps {
  readonly draft: RecordDraft
  readonly onChange: (some: Partial<RecordDraft>) => void
}

export function WhichStory({ draft, onChange }: DraftProps) {
  const say = useWords()
  return (
    <div className={styles.fields}>
      <Answers
        label={say('record.which')}
        value={draft.which}
        onChange={(which) => onChange({ which })}
        options={(['new', 'sitting'] as const).map((id) => ({ id, name: say(`record.which.${id}`) }))}
      />
      {draft.which === 'sitting' &&
        (draft.sitting === null ? (
          <ChooseOneStory label={say('record.find')} onChosen={(sitting) => onChange({ sitting })} />
        ) : (
          <Chosen
            says={say('record.chosen', { title: draft.sitting.title, name: draft.sitting.narratorName })}
            other={say('record.chosen.other')}
            onOther={() => onChange({ sitting: null })}
          />
        ))}
      {draft.which === 'new' && <NewStory draft={draft} onChange={onChange} />}
    </div>
  )
}

function NewStory({ draft, onChange }: DraftProps) {
  const say = useWords()
  return (
    <>
      <Answers
        label={say('record.who')}
        value={draft.who}
        onChange={(who) => onChange({ who })}
        options={(['new', 'known'] as const).map((id) => ({ id, name: say(`record.who.${id}`) }))}
      />
      {draft.who === 'known' &&
        (draft.known === null ? (
          <ChooseOneStory
            label={say('record.who.find')}
            onChosen={(known) => onChange({ known, language: draft.language ?? known.language })}
          />
        ) : (
          <Chosen
            says={say('record.who.chosen', { name: draft.known.narratorName })}
            other={say('record.who.other')}
            onOther={() => onChange({ known: null })}
          />
        ))}
      {draft.who === 'new' && (
        <TextField
          label={say('record.name')}
          value={draft.narratorName}
          dir="auto"
          maxLength={2_000}
          onChange={(narratorName) => onChange({ narratorName })}
        />
      )}
      <TextField
        label={say('record.workingTitle')}
        note={say('record.workingTitle.note')}
        value={draft.title}
        dir="auto"
        maxLength={2_000}
        onChange={(title) => onChange({ title })}
      />
      <LanguageChoice
        label={say('record.language')}
        value={draft.language}
        onChange={(language) => onChange({ language })}
      />
    </>
  )
}

function Chosen({ says, other, onOther }: { says: string; other: string; onOther: () => void }) {
  return (
    <div className={styles.buttons}>
      <p>{says}</p>
      <Button small onPress={onOther}>
        {other}
      </Button>
    </div>
  )
}
