// Back and Forward lead through the places of this run alone, and the browser's history holds numbers only.
import { expect, test } from 'vitest'
import { keepPlaces, type HistoryWindow } from '../../renderer/app/places-before.ts'

/** A browser's history, as far as it matters here. */
function fakeWindow() {
  const entries: unknown[] = [null]
  let at = 0
  const listeners = new Set<(event: { state: unknown }) => void>()
  const window: HistoryWindow = {
    history: {
      get state(): unknown {
        return entries[at]
      },
      pushState: (state: unknown) => void entries.splice((at += 1), Infinity, state),
      replaceState: (state: unknown) => void (entries[at] = state),
    },
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  }
  const step = (by: number) => {
    if (entries[at + by] === undefined) return
    at += by
    for (const listener of listeners) listener({ state: entries[at] })
  }
  return { window, entries, back: () => step(-1), forward: () => step(1) }
}

type Place = { room: string; testimony?: string }

test('back and forward go through the rooms, and the history says nothing of them', () => {
  const { window, entries, back, forward } = fakeWindow()
  const places = keepPlaces<Place>({ room: 'shelf' }, window)
  const seen: Place[] = []
  const end = places.follow((place) => seen.push(place))
  const story = { room: 'story', testimony: 'secret-id' }
  for (const place of [story, story, { room: 'settings' }]) places.went(place)
  expect(entries).toHaveLength(3)
  back()
  back()
  back()
  forward()
  expect(seen).toEqual([story, { room: 'shelf' }, story])
  places.went({ room: 'find' })
  expect(entries).toHaveLength(3)
  expect(JSON.stringify(entries)).not.toMatch(/secret|story|shelf|find/)
  end()
  back()
  expect(seen).toHaveLength(3)
})

test('entries of another run lead nowhere', () => {
  const { window, back } = fakeWindow()
  const before = keepPlaces<Place>({ room: 'shelf' }, window)
  before.went({ room: 'story', testimony: 'hers' })
  const places = keepPlaces<Place>({ room: 'shelf' }, window)
  const seen: Place[] = []
  places.follow((place) => seen.push(place))
  back()
  expect(seen).toEqual([])
})
