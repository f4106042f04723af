// What she decides about the mirror: the line below which her yes is for it too, and whether readers see it.
import { useState } from 'react'
import { useArchive } from '../../app/archive.tsx'
import { EvidenceFields } from '../../app/EvidenceFields.tsx'
import { LineFields, type Line } from '../../app/LineFields.tsx'
import { useDoing } from '../../app/use-doing.ts'
import { useEvidence } from '../../app/use-evidence.ts'
import { Button } from '../../ui/Button.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'

interface Props {
  readonly testimony: string
  readonly line: Line
  readonly onKept: () => void
}

export function HerLine({ testimony, line, onKept }: Props) {
  const say = useWords()
  const archive = useArchive()
  const [chosen, setChosen] = useState<Line>(line)
  const evidence = useEvidence()
  const doing = useDoing()
  const keep = (): void => {
    const said = evidence.said()
    if (said === null) return
    doing.run(async () => {
      await archive.consent.mirror({ testimony, ...chosen, evidence: said })
      evidence.clear()
      onKept()
    }, say('excerpts.line.kept'))
  }
  return (
    <Disclosure title={say('excerpts.line')}>
      <p>{say('excerpts.line.says')}</p>
      <LineFields
        line={chosen}
        onChange={(change) => setChosen((before) => ({ ...before, ...change }))}
        words={{
          has: say('excerpts.line.has'),
          percent: say('excerpts.line.percent'),
          toReader: say('excerpts.line.toReader'),
        }}
      />
      <EvidenceFields testimony={testimony} {...evidence.fields} />
      {doing.failure !== null && (
        <Notice kind="care" said title={say('excerpts.line.failed')}>
          {say.failure(doing.failure)}
        </Notice>
      )}
      {doing.done && <Notice>{say('excerpts.line.kept')}</Notice>}
      <Button onPress={keep} isDisabled={doing.busy}>
        {say('excerpts.line.keep')}
      </Button>
    </Disclosure>
  )
}
