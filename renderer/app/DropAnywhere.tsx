// Files let go anywhere over the window, and files or text pasted outside a field, go to the room that brings them in.
import { useEffect, useState } from 'react'
import { useWords } from '../words/say.tsx'
import { leaveFiles, leavePastedText } from './dropped-files.ts'
import { filesOf } from './files-of-drop.ts'
import { useNavigation } from './navigation.tsx'
import styles from './DropAnywhere.module.css'

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  )
}

export function DropAnywhere() {
  const say = useWords()
  const { go } = useNavigation()
  const [over, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const listeners = new AbortController()
    const { signal } = listeners
    const arrive = (files: readonly File[]): void => {
      if (files.length === 0) return
      leaveFiles(files)
      go({ room: 'bringIn' })
    }
    window.addEventListener(
      'dragenter',
      (event) => {
        if (!holdsFiles(event)) return
        depth += 1
        setOver(true)
      },
      { signal },
    )
    window.addEventListener(
      'dragleave',
      (event) => {
        if (!holdsFiles(event)) return
        depth = Math.max(0, depth - 1)
        if (depth === 0) setOver(false)
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      (event) => {
        depth = 0
        setOver(false)
        if (event.dataTransfer === null || !holdsFiles(event)) return
        event.preventDefault()
        void filesOf(event.dataTransfer).then(arrive)
      },
      { signal },
    )
    window.addEventListener(
      'paste',
      (event) => {
        if (isField(event.target) || event.clipboardData === null) return
        const files = [...event.clipboardData.files]
        const text = event.clipboardData.getData('text/plain')
        if (files.length === 0 && text.trim() === '') return
        event.preventDefault()
        if (files.length > 0) return arrive(files)
        leavePastedText(text)
        go({ room: 'bringIn' })
      },
      { signal },
    )
    return () => listeners.abort()
  }, [go])
  if (!over) return null
  return (
    <div className={styles.over}>
      <p className={styles.words}>{say('shell.drop')}</p>
    </div>
  )
}
