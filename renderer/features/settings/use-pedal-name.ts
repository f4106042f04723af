// How a pedal is called: its keys, or its button counted from one.
import { isPadButton } from '../../app/pads.ts'
import { useWords } from '../../words/say.tsx'

export function usePedalName(written: (keys: string) => string): (pedal: string) => string {
  const say = useWords()
  return (pedal) =>
    isPadButton(pedal)
      ? say('settings.pedals.button', { number: Number(pedal.slice('Button'.length)) + 1 })
      : written(pedal)
}
