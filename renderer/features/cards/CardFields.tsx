// The four parts of a card while somebody writes them.
import { directionOf } from '../../../shared/domain/languages/direction.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { useWords } from '../../words/say.tsx'
import type { CardWords } from './card-shapes.ts'

interface CardFieldsProps {
  readonly words: CardWords
  readonly onChange: (words: CardWords) => void
  readonly language: string
  /** Parts that it cannot be kept without. */
  readonly missing: readonly (keyof CardWords)[]
}

export function CardFields({ words, onChange, language, missing }: CardFieldsProps) {
  const say = useWords()
  const field = (part: keyof CardWords) => ({
    value: words[part],
    onChange: (text: string) => onChange({ ...words, [part]: text }),
    lang: language,
    dir: directionOf(language),
    maxLength: 2_000,
    wrong: missing.includes(part)
      ? part === 'worstCase'
        ? say.failure('worstCaseMissing')
        : say('cards.field.missing')
      : null,
  })
  return (
    <>
      <TextField label={say('cards.field.title')} {...field('title')} />
      <TextArea label={say('cards.field.says')} note={say('cards.field.says.note')} {...field('says')} />
      <TextArea label={say('cards.field.who')} note={say('cards.field.who.note')} {...field('whoCouldSee')} />
      <TextArea label={say('cards.field.worst')} note={say('cards.field.worst.note')} {...field('worstCase')} />
    </>
  )
}
