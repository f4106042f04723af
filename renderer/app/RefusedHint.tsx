// Said quietly under what somebody writes around her story: a word that she does not want, and what she says instead.
// Nothing is held up by it here; what leaves is held at the gate.
import { useDeferredValue, useMemo } from 'react'
import type { RefusedWord } from '../../shared/domain/story.ts'
import { isSameForm, otherForm } from '../../shared/domain/words/as-it-stands.ts'
import { findRefused, type RefusedPlace } from '../../shared/domain/words/refused-words.ts'
import { Button } from '../ui/Button.tsx'
import { useWords, type Say } from '../words/say.tsx'
import { useRefusedOfHer } from './refused-of-her.tsx'
import styles from './RefusedHint.module.css'

interface RefusedHintProps {
  /** As it stands in the field. */
  readonly text: string
  /** The text with what she says instead; left out where it cannot be put there. */
  readonly onText?: ((text: string) => void) | undefined
}

/** What she says, with a capital where one begins the word; words in capitals only are no beginning. */
function inPlaceOf(found: string, instead: string): string {
  return /^\p{Lu}\P{Lu}*$/u.test(found) ? instead.slice(0, 1).toUpperCase() + instead.slice(1) : instead
}

function without(text: string, places: readonly RefusedPlace[]): string {
  let out = text
  for (const { start, end, instead } of [...places].sort((a, b) => b.start - a.start))
    out = out.slice(0, start) + inPlaceOf(text.slice(start, end), instead) + out.slice(end)
  return out
}

function inWords(say: Say, { word, instead, stands }: RefusedWord & { readonly stands: string }): string {
  const refused = say('refused.says', { word })
  const said = stands === word ? refused : `${say('refused.stands', { stands })} ${refused}`
  return instead === '' ? said : `${said} ${say('refused.instead', { instead })}`
}

export function RefusedHint({ text, onText }: RefusedHintProps) {
  const say = useWords()
  const refused = useRefusedOfHer()
  const read = useDeferredValue(text)
  const byWord = useMemo(
    () => [...Map.groupBy(findRefused(read, refused), ({ word }) => word).values()],
    [read, refused],
  )
  if (refused.length === 0) return null
  return (
    <div role="status" className={styles.hint}>
      {byWord.map((places) => {
        const [first] = places
        if (first === undefined) return null
        const { word, instead } = first
        // What stands there is quoted, and what she says is put only where it fits as it is.
        const stands = places.map((place) => otherForm(read, place)).find((form) => form !== null) ?? word
        const fitting = places.filter((place) => isSameForm(read, place))
        return (
          <div key={word} className={styles.line}>
            <p>{inWords(say, { word, instead, stands })}</p>
            {instead !== '' && fitting.length > 0 && onText !== undefined && read === text && (
              <Button small onPress={() => onText(without(text, fitting))}>
                {say('refused.put', { instead })}
              </Button>
            )}
          </div>
        )
      })}
      {byWord.length > 0 && <p className={styles.soft}>{say('refused.gate')}</p>}
    </div>
  )
}
