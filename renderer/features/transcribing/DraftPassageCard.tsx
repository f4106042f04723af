// One passage of a machine's draft, marked as such: its sound, its words to be put right, who speaks, and what becomes of it.
import { useLayoutEffect, useRef, useState } from 'react'
import { useCommand, useWrittenKeys } from '../../app/commands.tsx'
import { Button } from '../../ui/Button.tsx'
import { Choice } from '../../ui/Choice.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import { isNew, speakerChoices, type SpeakerKey } from './draft-speakers.ts'
import styles from './transcribing.module.css'
import type { DraftPassage, OpenDraft } from './transcribing-shapes.ts'
import { useDraftSound } from './use-draft-sound.ts'

interface DraftPassageCardProps {
  readonly open: OpenDraft
  readonly passage: DraftPassage
  /** The passages around it, so that a sentence that is cut is understood. */
  readonly before: string
  readonly after: string
  readonly isLast: boolean
  /** It stands where another one was decided: one goes on in its words. */
  readonly takesFocus: boolean
  /** This computer cannot play its sound. */
  readonly isUnplayable: boolean
  readonly onUnplayable: () => void
  readonly busy: boolean
  readonly speaker: SpeakerKey
  readonly newName: string
  readonly onSpeaker: (speaker: SpeakerKey) => void
  readonly onNewName: (name: string) => void
  readonly onAccept: (text: string) => void
  readonly onLeaveOut: () => void
  readonly onBringBack: () => void
}

const rightKeys = 'Mod+Enter'
const leaveOutKeys = 'Mod+Shift+Backspace'

export function DraftPassageCard(props: DraftPassageCardProps) {
  const {
    open,
    passage,
    before,
    after,
    isLast,
    takesFocus,
    busy,
    speaker,
    newName,
    onAccept,
    onLeaveOut,
    onBringBack,
  } = props
  const say = useWords()
  const written = useWrittenKeys()
  const [text, setText] = useState(passage.text)
  const [isEmpty, setEmpty] = useState(false)
  const sound = useDraftSound(passage, props.onUnplayable)
  const words = useRef<HTMLTextAreaElement>(null)
  // NOTE: before it is seen: the focus may scroll.
  useLayoutEffect(() => {
    if (takesFocus) words.current?.focus()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- as it comes, and not whenever something else is decided
  }, [])
  const isWaiting = passage.state === 'waiting'
  const isChanged = text.trim() !== passage.text.trim()
  const { language, direction } = open

  const accept = (): void => {
    if (text.trim() === '') return setEmpty(true)
    onAccept(text.trim())
  }
  const rightWords = say(isChanged ? 'transcribing.go.changed' : 'transcribing.go.right')
  useCommand({ id: 'story.playPause', run: sound.toggle })
  useCommand({
    id: 'transcribing.right',
    name: say(isChanged ? 'transcribing.go.changed' : 'transcribing.go.right'),
    keys: rightKeys,
    run: accept,
    when: isWaiting && !busy,
  })
  useCommand({
    id: 'transcribing.leaveOut',
    name: say('transcribing.go.leaveOut'),
    keys: leaveOutKeys,
    run: onLeaveOut,
    when: isWaiting && !busy,
  })

  return (
    <div className={styles.draft}>
      <audio ref={sound.element} src={`/media/${open.media}`} preload="metadata" hidden />
      <p className={styles.signed}>
        {say(
          passage.state === 'accepted'
            ? 'transcribing.go.accepted'
            : passage.state === 'leftOut'
              ? 'transcribing.go.leftOut'
              : 'transcribing.go.signed',
        )}
      </p>
      <div className={styles.row}>
        <Button onPress={sound.toggle} isDisabled={props.isUnplayable}>
          {say(sound.playing ? 'transcribing.go.stop' : 'transcribing.go.play')}
        </Button>
        <span className={styles.soft}>
          {say('transcribing.go.time', { from: say.time(passage.startMs), until: say.time(passage.endMs) })}
        </span>
      </div>
      {props.isUnplayable && <Notice>{say('transcribing.go.unplayable')}</Notice>}
      {isWaiting ? (
        <>
          {before !== '' && (
            <p className={styles.around} lang={language} dir={direction}>
              {before}
            </p>
          )}
          <TextArea
            label={say('transcribing.go.words')}
            note={say('transcribing.go.words.note')}
            value={text}
            onChange={(next) => {
              setText(next)
              setEmpty(false)
            }}
            lang={language}
            dir={direction}
            rows={3}
            inputRef={words}
            wrong={isEmpty ? say('transcribing.go.empty') : null}
          />
          {after !== '' && (
            <p className={styles.around} lang={language} dir={direction}>
              {after}
            </p>
          )}
          <Choice
            label={say('transcribing.go.speaker')}
            value={speaker}
            onChange={props.onSpeaker}
            options={speakerChoices(open, say)}
          />
          {isNew(speaker) && speaker !== 'new-narrator' && (
            <TextField label={say('transcribing.go.speaker.newName')} value={newName} onChange={props.onNewName} />
          )}
          {isLast && <p className={styles.soft}>{say('transcribing.go.last')}</p>}
          <div className={styles.row}>
            <Button kind="primary" onPress={accept} isDisabled={busy}>
              {rightWords}
            </Button>
            <Button onPress={onLeaveOut} isDisabled={busy}>
              {say('transcribing.go.leaveOut')}
            </Button>
          </div>
          <p className={styles.soft}>
            {say('transcribing.go.keys', {
              play: written('Escape'),
              right: written(rightKeys),
              leaveOut: written(leaveOutKeys),
            })}
          </p>
        </>
      ) : (
        <>
          {passage.text !== '' && (
            <p className={styles.around} lang={language} dir={direction}>
              {passage.text}
            </p>
          )}
          <div className={styles.row}>
            <Button onPress={onBringBack} isDisabled={busy}>
              {say('transcribing.go.bringBack')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
