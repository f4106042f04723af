// Files that could not be handed over, each with its reason in plain words.
import { Notice } from '../../ui/Notice.tsx'
import { useWords } from '../../words/say.tsx'
import type { NotRead } from './batch-state.ts'

export function NotReadFiles({ files }: { files: readonly NotRead[] }) {
  const say = useWords()
  if (files.length === 0) return null
  return (
    <Notice kind="care" title={say('bringIn.notRead.title', { count: files.length })}>
      <ul>
        {files.map(({ name, failure }, place) => (
          <li key={place}>
            <bdi>{name}</bdi>: {failure === null ? say('bringIn.notRead.gone') : say.failure(failure)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
