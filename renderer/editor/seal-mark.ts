// The mark of a sealed passage: a lock, and a sentence in the language of the window.
import styles from './editor.module.css'

const svg = 'http://www.w3.org/2000/svg'
const lock = 'M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z'

export function sealSaying(sentence: string): HTMLElement {
  const mark = document.createElement('span')
  mark.className = styles.sealed ?? ''
  mark.contentEditable = 'false'
  mark.lang = document.documentElement.lang
  mark.dir = 'auto'
  const picture = document.createElementNS(svg, 'svg')
  picture.setAttribute('viewBox', '0 0 16 16')
  picture.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(svg, 'path')
  line.setAttribute('d', lock)
  picture.append(line)
  mark.append(picture, sentence)
  return mark
}
