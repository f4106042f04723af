// What an answer is about: her whole story, a part under one of her headings, or passages that she ticks.
import { useState } from 'react'
import { passagesOfSections } from '../../../../shared/domain/consent/lineage.ts'
import { useAnswer } from '../../../app/archive.tsx'
import { Answers } from '../../../ui/Answers.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { useWords } from '../../../words/say.tsx'
import type { Scope } from '../consent-shapes.ts'
import { useTalk } from './talk.ts'

interface ScopeFieldProps {
  /** Null while a part is wanted and none is chosen. */
  readonly value: Scope | null
  readonly onChange: (scope: Scope | null) => void
  readonly wasTried: boolean
}

export function ScopeField({ value, onChange, wasTried }: ScopeFieldProps) {
  const say = useWords()
  const { testimony, choosePassages } = useTalk()
  const [kind, setKind] = useState<Scope['kind'] | null>(value?.kind ?? null)
  const { value: parts } = useAnswer(
    ['story', 'words', 'marks'],
    async (archive, signal) => {
      const [{ sections }, { story }] = await Promise.all([
        archive.writing.beside({ testimony }, signal),
        archive.story.read({ testimony }, signal),
      ])
      const living = new Set(story.passages.map(({ id }) => id))
      const passages = passagesOfSections({ living, sections })
      return sections.flatMap(({ id, heading }): Extract<Scope, { kind: 'section' }>[] => {
        const within = passages.get(id) ?? []
        return within.length === 0 ? [] : [{ kind: 'section', section: id, heading, passages: within }]
      })
    },
    [testimony],
    { keepOld: true },
  )
  const chosen = new Set(value?.kind === 'passages' ? value.passages : [])
  const hasSections = (parts?.length ?? 0) > 0 || kind === 'section'
  return (
    <>
      <Answers<Scope['kind']>
        label={say('talk.scope')}
        value={kind}
        onChange={(next) => {
          setKind(next)
          onChange(next === 'testimony' ? { kind: 'testimony' } : null)
        }}
        options={[
          { id: 'testimony', name: say('talk.scope.testimony') },
          ...(hasSections ? [{ id: 'section' as const, name: say('talk.scope.section') }] : []),
          { id: 'passages', name: say('talk.scope.passages') },
        ]}
        wrong={wasTried && value === null ? say('talk.scope.missing') : null}
      />
      {kind === 'section' && parts !== undefined && (
        <Choice
          label={say('talk.scope.which')}
          placeholder={say('talk.scope.choose')}
          value={value?.kind === 'section' ? value.section : null}
          onChange={(section) => onChange(parts.find((part) => part.section === section) ?? null)}
          options={parts.map(({ section, heading }) => ({ id: section, name: heading }))}
        />
      )}
      {kind === 'passages' &&
        choosePassages({
          chosen,
          onChoose: (passages) => onChange(passages.size === 0 ? null : { kind: 'passages', passages: [...passages] }),
        })}
    </>
  )
}
