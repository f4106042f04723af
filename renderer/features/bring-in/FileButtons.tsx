// Two buttons that open the system's own dialogs: for files, and for a whole folder.
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../words/say.tsx'
import type { BatchWork } from './batch-work.ts'
import { meantByPerson } from './files-to-read.ts'

export function FileButtons({ work, first = false }: { work: BatchWork; first?: boolean }) {
  const say = useWords()
  const take = (files: FileList | null): void => work.addFiles([...(files ?? [])].filter(meantByPerson))
  return (
    <>
      <FileTrigger allowsMultiple onSelect={take}>
        <Button kind={first ? 'primary' : 'plain'} small={!first}>
          {say(first ? 'bringIn.chooseFiles' : 'bringIn.moreFiles')}
        </Button>
      </FileTrigger>
      <FileTrigger acceptDirectory onSelect={take}>
        <Button small={!first}>{say(first ? 'bringIn.chooseFolder' : 'bringIn.moreFolder')}</Button>
      </FileTrigger>
    </>
  )
}
