// One passage before it is kept: who says it by type, and a small menu to put it right.
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { VoiceOfNarrator, VoiceOfOthers } from '../../ui/Voices.tsx'
import { useWords } from '../../words/say.tsx'
import type { PreviewSpeaker } from './batch-state.ts'
import type { PassageChange } from './batch-corrections.ts'
import styles from './PreviewPassage.module.css'

interface PreviewPassageProps {
  /** From 0, in the whole item. */
  place: number
  text: string
  startMs: number | null
  speaker: number
  speakers: readonly PreviewSpeaker[]
  opensTurn: boolean
  language: string
  onChange: (change: PassageChange) => void
}

export function PreviewPassage({
  place,
  text,
  startMs,
  speaker,
  speakers,
  opensTurn,
  language,
  onChange,
}: PreviewPassageProps) {
  const say = useWords()
  const [draft, setDraft] = useState<string | null>(null)
  const number = place + 1
  const nameOf = (at: number): string => speakers[at]?.name.trim() || say('bringIn.speaker.unnamed', { number: at + 1 })
  const role = speakers[speaker]?.role ?? 'other'
  const who = role === 'narrator' ? nameOf(speaker) : speakers[speaker]?.name.trim() || say(`bringIn.role.${role}`)
  const lang = language === 'und' ? {} : { lang: language }

  const finish = (words: string): void => {
    setDraft(null)
    if (words !== text && words.trim() !== '') onChange({ kind: 'text', text: words })
  }
  const items = [
    ...speakers.map((_, at) => ({
      id: `speaker ${at}`,
      name: say('bringIn.change.saidBy', { name: nameOf(at) }),
      run: () => onChange({ kind: 'speaker', speaker: at }),
      isDisabled: at === speaker,
    })),
    { id: 'words', name: say('bringIn.change.words'), run: () => setDraft(text) },
    {
      id: 'join',
      name: say('bringIn.change.join'),
      run: () => onChange({ kind: 'joinBefore' }),
      isDisabled: place === 0,
    },
    { id: 'leaveOut', name: say('bringIn.change.leaveOut'), run: () => onChange({ kind: 'leaveOut' }) },
  ]
  return (
    <div className={styles.passage} data-passage={place}>
      <span className={styles.time}>{startMs === null ? '' : say.time(startMs)}</span>
      <div className={styles.body}>
        {draft !== null ? (
          // What was written counts as soon as one goes elsewhere: to another file, or to keeping.
          <div onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && finish(draft)}>
            <TextArea
              label={say('bringIn.change.field', { number })}
              value={draft}
              onChange={setDraft}
              autoFocus
              dir="auto"
              {...lang}
              rows={Math.min(12, 2 + Math.ceil(draft.length / 70))}
            />
            <div className={styles.buttons}>
              <Button small kind="primary" isDisabled={draft.trim() === ''} onPress={() => finish(draft)}>
                {say('bringIn.change.keep')}
              </Button>
              <Button small onPress={() => setDraft(null)}>
                {say('bringIn.change.leave')}
              </Button>
            </div>
          </div>
        ) : role === 'narrator' ? (
          <>
            {opensTurn && speakers.length > 1 && (
              <p className={styles.who}>
                <bdi>{who}</bdi>
              </p>
            )}
            <VoiceOfNarrator dir="auto" {...lang}>
              {text}
            </VoiceOfNarrator>
          </>
        ) : (
          <VoiceOfOthers signed={<bdi>{who}</bdi>} dir="auto" {...lang}>
            {text}
          </VoiceOfOthers>
        )}
      </div>
      {draft === null && (
        <Menu
          name={say('bringIn.change.short')}
          label={say('bringIn.change', { number })}
          kind="quiet"
          small
          items={items}
        />
      )}
    </div>
  )
}
