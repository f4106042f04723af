// Her spoken words: a stretch of one of her recordings, or something said on the spot.
import { Answers } from '../../ui/Answers.tsx'
import { useWords } from '../../words/say.tsx'
import { useState } from 'react'
import type { EvidenceDraft } from './evidence-draft.ts'
import { MarkedClip } from './MarkedClip.tsx'
import { SpokenEvidence } from './SpokenEvidence.tsx'

type Where = 'marked' | 'recorded' | 'elsewhere'

interface Props {
  readonly testimony: string
  readonly value: EvidenceDraft
  readonly onChange: (value: EvidenceDraft) => void
}

export function HeardEvidence({ testimony, value, onChange }: Props) {
  const say = useWords()
  const [where, setWhere] = useState<Where | null>(
    value.clip !== null ? 'marked' : value.files.length > 0 ? 'recorded' : null,
  )
  return (
    <>
      <Answers<Where>
        label={say('evidence.heard')}
        value={where}
        onChange={(chosen) => {
          setWhere(chosen)
          onChange({ ...value, clip: null, files: [] })
        }}
        options={(['marked', 'recorded', 'elsewhere'] as const).map((id) => ({
          id,
          name: say(`evidence.heard.${id}`),
        }))}
      />
      {where === 'marked' && (
        <MarkedClip testimony={testimony} value={value.clip} onChange={(clip) => onChange({ ...value, clip })} />
      )}
      {where === 'recorded' && (
        <SpokenEvidence
          testimony={testimony}
          value={value.files[0]}
          onChange={(file) => onChange({ ...value, files: file === null ? [] : [file] })}
          says={say('evidence.record.says')}
        />
      )}
    </>
  )
}
