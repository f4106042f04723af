// Contents of excerpts as a reader would get them, invented, for the tests of what goes out.
import { plainSound } from '../../shared/domain/sound/sound-as.ts'
import type { Clip, RedactedExcerpt, ShownLabel, ShownPassage } from '../../shared/domain/excerpts/excerpt.ts'

export type RoomContent = Omit<RedactedExcerpt, symbol>

export function asContent(content: RoomContent): RedactedExcerpt {
  return content as RedactedExcerpt
}

export function said(number: number, text: string, more: Partial<ShownPassage> = {}): ShownPassage {
  return {
    number,
    role: 'narrator',
    language: 'en',
    direction: 'ltr',
    pieces: [{ kind: 'words', text }],
    labels: [],
    gapBefore: false,
    caption: null,
    clip: null,
    readBy: null,
    ...more,
  }
}

export function clip(startMs: number, endMs: number): Clip {
  return { recording: 'recording0a1b2c3d', startMs, endMs, silences: [] }
}

const organising: ShownLabel = {
  words: 'organising',
  language: 'en',
  meaning: 'We kept the list. That is how it began.',
  assertedBy: 'narrator',
  stance: 'mine',
  colour: 3,
}
const evidence: ShownLabel = {
  words: 'seizure of proceeds',
  language: 'en',
  meaning: '',
  assertedBy: 'court',
  stance: 'contested',
  colour: 2,
}

/** A story in five scripts with everything that a page can show. */
export const story: RoomContent = {
  use: 'booklet',
  ownUse: null,
  reach: 'anyone',
  recipient: { id: 'recipient0a1b2c3d', name: 'The union hall press', language: 'en' },
  framing: {
    title: 'An excerpt for the laundry workers’ booklet',
    introduction: 'She told this over two afternoons, above the laundry.\nWe chose these passages together.',
    keywords: ['laundry', 'wages', 'Sundays'],
    author: 'Ines, archivist',
  },
  about: [],
  soundAs: plainSound,
  mirror: null,
  narratorName: 'Marisol',
  language: 'en',
  passages: [
    said(1, 'You said the first winter was the hardest.', { role: 'interviewer' }),
    said(
      2,
      'The winter, yes. But you will want to write that it was the worst, and it was not the worst. I had the keys to the laundry and I had my own bed. I counted my money on Sundays and nobody counted it for me.',
      { labels: [organising], clip: 0 },
    ),
    said(3, '', {
      clip: 1,
      pieces: [
        { kind: 'words', text: 'The police took it in one morning. They called it evidence. ' },
        { kind: 'gap', thing: 'name' },
        { kind: 'words', text: ' drove us to the station, and ' },
        { kind: 'instead', text: 'Rosa', thing: 'name' },
        { kind: 'words', text: ' waited outside with the list.' },
      ],
      labels: [evidence, organising],
    }),
    said(4, 'Mi madre lloró cuando llegué, pero está bien: lloramos riendo.', {
      language: 'es',
      gapBefore: true,
      clip: 2,
    }),
    said(5, 'كَتَبْتُ قائمة بأسماء من دفعوا ومن لم يدفعوا. كان ذلك في أوّل الشتاء، وكنا نجتمع كل يوم أحد.', {
      language: 'ar',
      direction: 'rtl',
    }),
    said(6, '', {
      language: 'ar',
      direction: 'rtl',
      pieces: [
        { kind: 'words', text: 'قالت لي ' },
        { kind: 'gap', thing: 'place' },
        { kind: 'words', text: ' إن البيت بيتنا.' },
      ],
      labels: [
        { words: 'عمل', language: 'ar', meaning: 'كان عملي', assertedBy: 'narrator', stance: 'onlyHere', colour: 5 },
      ],
    }),
    said(7, '我们在工厂里一起工作，星期天去跳舞。', { language: 'zh' }),
    said(8, 'วันอาทิตย์เราไปเต้นรำด้วยกันที่ตลาด', { language: 'th', gapBefore: true }),
    said(9, 'And then?', { role: 'other' }),
    said(10, '', { pieces: [{ kind: 'gap', thing: 'passage' }] }),
  ],
  sound: [clip(4_000, 9_000), clip(9_000, 12_500), clip(20_000, 22_000)],
}
