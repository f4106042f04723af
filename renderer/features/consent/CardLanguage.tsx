// The language of her card, which is switched apart from the rest of the screen.
import { Choice } from '../../ui/Choice.tsx'
import { useWords } from '../../words/say.tsx'

interface Props {
  readonly language: string
  /** Those that there are cards in. */
  readonly languages: readonly string[]
  readonly onLanguage: (language: string) => void
}

export function CardLanguage({ language, languages, onLanguage }: Props) {
  const say = useWords()
  return (
    <Choice
      label={say('consent.card.language')}
      value={language}
      onChange={onLanguage}
      // NOTE: hers is always offered; where there is no card in it, the card says what it is in instead.
      options={[...new Set([language, ...languages])].map((id) => ({ id, name: say.language(id) }))}
    />
  )
}
