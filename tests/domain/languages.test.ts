// Which language a text is in, told by its script and by what only some languages of a script have; and what is offered.
import { describe, expect, test } from 'vitest'
import { guessLanguage } from '../../shared/domain/languages/language-guess.ts'
import { offeredLanguages } from '../../shared/domain/languages/languages.ts'
import { scriptOf } from '../../shared/domain/languages/script-sharers.ts'

describe('a guess', () => {
  const cases: [language: string, direction: 'ltr' | 'rtl', text: string][] = [
    ['ar', 'rtl', 'كنت أعمل في مخبز صغير قرب السوق، ثم نشرب الشاي معًا.'],
    ['ar', 'rtl', 'قعدنا نشرب چاي بالگهوة وية الجيران، كلش حلوة هذيج الأيام.'],
    ['ar', 'rtl', 'سلام'],
    ['fa', 'rtl', 'من در یک نانوایی کوچک نزدیک بازار کار می‌کردم و صبح‌ها چای می‌خوردیم.'],
    ['fa', 'rtl', 'ما هر روز نان داغ را به همسایه‌ها می‌دادیم. این کار را دوست داشتم.'],
    ['ur', 'rtl', 'میں بازار کے قریب ایک چھوٹی بیکری میں کام کرتی تھی اور ہم ساتھ چائے پیتے تھے۔'],
    ['ps', 'rtl', 'زه په يوه وړه نانوايۍ کې کار کاوه، او سهار به مو ټولو چای څښل.'],
    ['ckb', 'rtl', 'من لە نانەواخانەیەکی بچووک لە نزیک بازاڕ کارم دەکرد و پێکەوە چامان دەخواردەوە.'],
    ['he', 'rtl', 'עבדתי במאפייה קטנה ליד השוק, ואחר כך שתינו תה ביחד. אני זוכרת את הריח.'],
    ['he', 'rtl', 'בְּרֵאשִׁית הָיָה הַבֹּקֶר, וְהַלֶּחֶם עַל הַשֻּׁלְחָן'],
    ['yi', 'rtl', 'איך האָב געאַרבעט אין אַ קליינער בעקערײַ, און מיר האָבן געטרונקען טיי.'],
    ['hi', 'ltr', 'मैं बाज़ार के पास एक छोटी बेकरी में काम करती थी और साथ बैठकर चाय पीते थे।'],
    ['ne', 'ltr', 'म बजार नजिकैको सानो बेकरीमा काम गर्थें। हामी सँगै चिया पिउँथ्यौं र हाँस्थ्यौं।'],
    ['mr', 'ltr', 'मी बाजाराजवळच्या एका छोट्या बेकरीत काम करत होते आणि आम्ही चहा प्यायचो.'],
    ['am', 'ltr', 'ከገበያው አጠገብ ባለ ትንሽ ዳቦ ቤት እሠራ ነበር። አብረን ሻይ እንጠጣለን።'],
    ['ti', 'ltr', 'ኣብ ጥቓ ዕዳጋ ኣብ እትርከብ ንእሽቶ እንዳ ባኒ እሰርሕ ነይረ። ሓቢርና ድማ ሻሂ ንሰቲ ነይርና።'],
    ['th', 'ltr', 'ฉันทำงานในร้านขนมปังเล็กๆ ใกล้ตลาด'],
    ['lo', 'ltr', 'ຂ້ອຍເຮັດວຽກຢູ່ຮ້ານເຂົ້າຈີ່ນ້ອຍໃກ້ຕະຫຼາດ'],
    ['km', 'ltr', 'ខ្ញុំធ្វើការនៅហាងនំប៉័ងតូចមួយក្បែរផ្សារ។'],
    ['my', 'ltr', 'ဈေးနားက ပေါင်မုန့်ဆိုင်လေးမှာ အလုပ်လုပ်ခဲ့တယ်။'],
    ['zh', 'ltr', '我在市场旁边的一家小面包店工作。'],
    ['ja', 'ltr', '市場の近くの小さなパン屋で働いていました。'],
    ['ko', 'ltr', '저는 시장 근처의 작은 빵집에서 일했습니다.'],
  ]
  test.each(cases)('%s %s', (language, direction, text) => {
    expect(guessLanguage(text)).toEqual({ language, direction })
  })

  test('knows which languages share a script', () => {
    expect(['fa', 'ur', 'ckb', 'ps', 'ar-EG'].map(scriptOf)).toEqual(Array.from({ length: 5 }, () => 'Arab'))
    expect(['zh', 'zh-Hant', 'ja'].map(scriptOf)).toEqual(['Hani', 'Hani', 'Hani'])
    expect(['und', '', 'not a tag'].map(scriptOf)).toEqual(['', '', ''])
  })
})

describe('the languages offered', () => {
  test.each(['en', 'es', 'ar', 'th'])('are named in %s, sorted, and none twice', (locale) => {
    const offered = offeredLanguages(locale)
    const names = offered.map(({ name }) => name)
    expect(offered.length).toBeGreaterThan(80)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual([...names].sort(new Intl.Collator(locale).compare))
    expect(offered.filter(({ code, name }) => code === name)).toEqual([])
    for (const code of ['am', 'ar', 'fa', 'he', 'hi', 'ja', 'km', 'mr', 'my', 'ne', 'th', 'ti', 'ur', 'yi', 'zh'])
      expect(offered.map((one) => one.code)).toContain(code)
  })

  test('keep what a story has, by its code where nothing names it, and its other tag alone', () => {
    const offered = offeredLanguages('en', ['nah', 'tl', 'und', 'nah'])
    expect(offered.filter(({ code }) => code === 'nah')).toEqual([{ code: 'nah', name: 'nah' }])
    expect(offered.filter(({ name }) => name === 'Filipino').map(({ code }) => code)).toEqual(['tl'])
    expect(offeredLanguages('en').map(({ code }) => code)).not.toContain('nah')
  })
})
