// The forms that an Arabic word takes: the article and small words before it, endings of number, gender and whose it is.
// Words that share only its root are other words. Compared as `plainWords` writes them: without points, one alef, one ya.

/** Plurals that change the word itself. Folded: a final ta marbuta is written as a ha. */
const broken: Readonly<Record<string, string>> = {
  ضحيه: 'ضحايا',
  عاهره: 'عواهر',
  بغي: 'بغايا',
  عبد: 'عبيد',
  عبده: 'عبيد',
  جاريه: 'جواري جوار',
  امه: 'اماء',
  سبيه: 'سبايا',
  اسير: 'اسري اساري',
  اسيره: 'اسري اسيرات',
  قاصر: 'قصر قاصرات',
  حاله: 'حالات',
  فقير: 'فقرا',
  فقيره: 'فقرا فقيرات',
  مسكين: 'مساكين',
  مريض: 'مرضي',
  قتيل: 'قتلي',
  خادم: 'خدم',
  خادمه: 'خدم خادمات',
  لاجي: 'لاجيين',
  امراه: 'نسا نسوه',
}
const singularOf = new Map(
  Object.entries(broken).flatMap(([singular, plurals]) =>
    plurals.split(' ').map((plural) => [plural, singular] as const),
  ),
)

/** Names are made with "servant of": they do not say "slave". */
const ofNames =
  /^(?:الله|الرحمن|الرحيم|العزيز|القادر|الكريم|الحميد|الناصر|الملك|اللطيف|الجليل|الرزاق|السلام|الحليم|الغني|الفتاح|الوهاب|الستار|الجبار|الواحد|المجيد|النبي|الحسين|الرسول|الامير|المسيح|الحكيم|الخالق|الباسط|الصمد|الرووف|الهادي)$/u

const article = '(?:[وف]?(?:[بك]?ال|لل)|[وف]?[بلك]?|[وف]?س)'
const whose = '(?:ه|ها|هم|هن|هما|ك|كم|كن|نا|ي|ني)'
const afterConsonant = `(?:ات(?:${whose})?|ين|ون|ان|تان|تين|ه|ت${whose}|${whose}|يه|يات|يين|ا|هاي|هاي ?شان|اش|ام|م)?`
const afterHa = `(?:ه|ات(?:${whose})?|تان|تين|ت${whose}|هاي|هها)`

/** Tells whether a word is a form of `refused`, and is not the beginning of a name made with it. */
export function arabicForm(refused: string): (word: string, next: string) => boolean {
  const bare = refused.length > 4 && refused.startsWith('ال') ? refused.slice(2) : refused
  const singular = singularOf.get(bare) ?? bare
  const words = [...new Set([bare, singular, ...(broken[singular]?.split(' ') ?? [])])]
  const patterns = words.map((word) => {
    const stem = word.endsWith('ه') ? word.slice(0, -1) : word
    // NOTE: without its last letter a word may be another one: victim, and a girl's name.
    const alone = word.endsWith('ه') && stem.length >= 4 && !stem.endsWith('ي') ? `|${stem}(?:ين|ون|ان)?` : ''
    const whole = word.endsWith('ه') ? `(?:${stem}${afterHa}${alone})` : `${stem}${afterConsonant}`
    // A short word with one letter before it is another word as often as not.
    return new RegExp(`^${stem.length >= 3 ? article : '(?:[وف]?(?:[بك]?ال|لل)|و)?'}${whole}$`, 'u')
  })
  return (word, next) => patterns.some((pattern) => pattern.test(word)) && !(word.endsWith('عبد') && ofNames.test(next))
}
