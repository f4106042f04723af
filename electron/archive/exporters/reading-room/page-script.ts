// The script of the page, as text: it shows the search, marks what is found, and plays a passage from its time.
// It is written out as it goes, so that what readers get does not hang on how the program itself is built.
import { searchPatterns } from '../../../../shared/domain/words/search-words.ts'

const pattern = (source: string) => `new RegExp(${JSON.stringify(source)}, 'gu')`

/** `searchWords` of shared/domain/search-words.ts once more; a test holds the two together. */
export const searchWordsScript = `const patterns = {
${Object.entries(searchPatterns)
  .map(([name, source]) => `  ${name}: ${pattern(source)},`)
  .join('\n')}
}

function folded(word) {
  return word.toLowerCase().normalize('NFKD').replace(patterns.accents, '').normalize('NFC').replace(patterns.points, '')
    .replace(patterns.alef, '\\u0627').replace(patterns.ya, '\\u064a').replace(patterns.kaf, '\\u0643')
    .replace(patterns.sigma, '\\u03c3').replace(patterns.signs, '')
}

function searchWords(text) {
  const words = []
  const add = (word) => { if (word.word !== '') words.push(word) }
  for (const found of text.matchAll(patterns.stretch)) {
    const letters = [...found[0].matchAll(patterns.unspaced)]
    if (letters.length === 0) {
      const end = found.index + found[0].length
      add({ word: folded(found[0]), start: found.index, end, firstEnd: end, unspaced: false })
    }
    letters.forEach((letter, at) => {
      const next = letters[at + 1]
      const start = found.index + letter.index
      const firstEnd = start + letter[0].length
      const end = next === undefined ? firstEnd : firstEnd + next[0].length
      add({ word: folded(letter[0]) + folded(next === undefined ? '' : next[0]), start, end, firstEnd, unspaced: true })
    })
  }
  return words
}
`

const searchScript = `// What is typed, as stretches whose words must follow each other; the last word may be only begun.
function wanted(typed) {
  return typed.split(/\\s+/u).flatMap((part) => {
    const words = searchWords(part)
    const last = words[words.length - 1]
    if (last === undefined) return []
    const before = words[words.length - 2]
    // The letter that ends an unspaced stretch is already in the pair before it.
    const covered = last.unspaced && before !== undefined && before.unspaced && before.end === last.end
    return [{ words: (covered ? words.slice(0, -1) : words).map(({ word }) => word), begun: !covered }]
  })
}

function placesIn(text, part) {
  const words = searchWords(text)
  const places = []
  for (let at = 0; at + part.words.length <= words.length; at += 1) {
    const fits = part.words.every((word, step) => {
      const here = words[at + step].word
      return part.begun && step === part.words.length - 1 ? here.startsWith(word) : here === word
    })
    if (!fits) continue
    const end = words[at + part.words.length - 1]
    const oneLetter = end.unspaced && part.begun && [...part.words[part.words.length - 1]].length === 1
    places.push([words[at].start, oneLetter ? end.firstEnd : end.end])
  }
  return places
}

function textsOf(passage) {
  const walker = document.createTreeWalker(passage.querySelector('.words'), NodeFilter.SHOW_TEXT)
  const texts = []
  while (walker.nextNode()) {
    if (walker.currentNode.parentElement.closest('.speaker, .gap, .heard') === null) texts.push(walker.currentNode)
  }
  return texts
}

function markIn(node, places) {
  const sorted = [...places].sort((a, b) => b[0] - a[0])
  let before = Infinity
  for (const [start, end] of sorted) {
    const last = Math.min(end, before)
    before = start
    if (last <= start) continue
    const found = node.splitText(start)
    found.splitText(last - start)
    const mark = document.createElement('mark')
    found.replaceWith(mark)
    mark.append(found)
  }
}

function unmark() {
  for (const mark of document.querySelectorAll('.words mark')) {
    const parent = mark.parentNode
    mark.replaceWith(...mark.childNodes)
    parent.normalize()
  }
  for (const passage of document.querySelectorAll('.passage.found')) passage.classList.remove('found')
}

function find(index, typed) {
  unmark()
  const parts = wanted(typed)
  if (parts.length === 0) return null
  const candidates = index.query((query) => {
    for (const { words, begun } of parts) {
      words.forEach((word, at) => query.term(word, {
        presence: lunr.Query.presence.REQUIRED,
        wildcard: begun && at === words.length - 1 ? lunr.Query.wildcard.TRAILING : lunr.Query.wildcard.NONE,
      }))
    }
  })
  const passages = candidates.map(({ ref }) => Number(ref)).sort((a, b) => a - b).flatMap((number) => {
    const passage = document.getElementById('passage-' + number)
    const texts = passage === null ? [] : textsOf(passage)
    const places = texts.map((text) => parts.map((part) => placesIn(text.data, part)))
    if (!parts.every((_, at) => places.some((ofText) => ofText[at].length > 0))) return []
    texts.forEach((text, at) => markIn(text, places[at].flat()))
    passage.classList.add('found')
    return [passage]
  })
  return passages
}

function beginSearch() {
  const form = document.getElementById('search')
  const field = document.getElementById('find')
  const said = document.getElementById('found')
  const index = lunr.Index.load(readingRoomIndex)
  let found = []
  let at = -1
  let waiting = 0
  const tell = (nothingTyped) => {
    const { none, one, many } = form.dataset
    const count = found.length === 0 ? none : found.length === 1 ? one : many.replace('{count}', String(found.length))
    said.textContent = nothingTyped ? '' : at === -1 ? count : count + ' ' + (at + 1) + ' / ' + found.length
  }
  const look = () => {
    const passages = find(index, field.value)
    found = passages === null ? [] : passages
    at = -1
    tell(passages === null)
  }
  field.addEventListener('input', () => {
    at = -1
    clearTimeout(waiting)
    waiting = setTimeout(look, 150)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (at === -1) { clearTimeout(waiting); look() }
    if (found.length === 0) return
    at = (at + 1) % found.length
    tell(false)
    found[at].querySelector('mark').scrollIntoView({ block: 'center' })
  })
  form.hidden = false
}
`

const soundScript = `function beginSound(sound) {
  const times = [...document.querySelectorAll('.time')]
  for (const time of times) {
    time.addEventListener('click', (event) => {
      event.preventDefault()
      sound.currentTime = Number(time.dataset.start)
      // A sound that cannot be played says so in its own controls.
      sound.play().catch(() => {})
    })
  }
  const show = () => {
    for (const time of times) {
      const on = !sound.paused && sound.currentTime >= Number(time.dataset.start) && sound.currentTime < Number(time.dataset.end)
      time.closest('.passage').classList.toggle('sounding', on)
    }
  }
  for (const kind of ['timeupdate', 'play', 'pause', 'seeked', 'ended']) sound.addEventListener(kind, show)
}
`

/** A classic script; needs `lunr` and `readingRoomIndex`, set by the scripts before it. */
export const pageScript = `(() => {
'use strict'
${searchWordsScript}
${searchScript}
${soundScript}
beginSearch()
const sound = document.getElementById('sound')
if (sound !== null) beginSound(sound)
})()
`
