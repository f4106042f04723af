// A name that was taken out is found with everything that grows to it, in each language's own way, and nowhere else.
import { describe, expect, test } from 'vitest'
import { findAgain } from '../../shared/domain/words/same-words.ts'

/** Each written form on the left holds the name, whose own letters are covered to the end of the stem. */
const found: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Amharic: {
    አልማዝ: 'አልማዝን ከአልማዝ በአልማዝ ለአልማዝ የአልማዝ እነአልማዝ አልማዝም አልማዝና አልማዝው አልማዝንም ስለአልማዝ እንደአልማዝ ወደአልማዝ ከነአልማዝ ለአልማዝም ላልማዝ ካልማዝም ያልማዝን ዐልማዝ ኣልማዝ',
    ሠናይት: 'ሰናይት ከሰናይት ሠናይትን',
    ኃይሉ: 'ሀይሉ ሐይሉ ሃይሉን የኀይሉ',
  },
  Tigrinya: { ሰላም: 'ንሰላም ብሰላም ሰላምን ካብሰላም ሰላምውን' },
  Hindi: { मीरा: 'मीराको मीराजी मीराने मीरासे मीराजीको मीरादीदी', संध्या: 'सन्ध्या सन्ध्याको', ज़ीनत: 'जीनत ज़ीनत ज़ीनतने' },
  Nepali: { सीता: 'सीताले सीतालाई सीताको सीतासँग सीताहरू सीतादिदी', रमेश: 'रमेशलाई रमेशैले' },
  Marathi: { सीता: 'सीताला सीतेला सीतेचा सीताबाई सीतेने', राम: 'रामाला रामाने रामने रामाच्या' },
  Bengali: { ফাতেমা: 'ফাতেমাকে ফাতেমার ফাতেমাও ফাতেমারও ফাতেমাদের ফাতেমাদি', রহিম: 'রহিমের রহিমকে রহিমেরও রহিমভাই' },
  Gujarati: { મીના: 'મીનાને મીનાનો મીનાબેન', રમેશ: 'રમેશે રમેશભાઈને' },
  Tamil: { மீனா: 'மீனாவை மீனாவுக்கு மீனாவின்', குமார்: 'குமாரை குமாருக்கு' },
  Persian: {
    مریم: 'مریم‌ها مریم‌جان مریم‌های مریم‌خانم مریمها مریمجان مريم بمریم',
    زهرا: 'زهرای زهراست زهراجان',
    فاطمه: 'فاطمة فاطمه‌ی فاطمه‌جان',
    کبری: 'كبرى کبری كبري کبری‌خانم',
  },
  Arabic: {
    القدس: 'القدس للقدس وللقدس بالقدس وبالقدس والقدس فالقدس كالقدس عالقدس',
    اللاذقية: 'للاذقية باللاذقية اللاذقيه',
    فاطمة: 'فاطمه وفاطمة لفاطمة بفاطمة يافاطمة فاطـمة فَاطِمَة ولفاطمة',
    أحمد: 'احمد إحمد أحمد لأحمد وأحمد ٱحمد',
    آمنة: 'امنه لآمنة وآمنة',
    سناء: 'سنا وسناء سناء',
    خوري: 'الخوري للخوري وبالخوري خورى خوری',
  },
  Hebrew: { מרים: 'ומרים למרים ולמרים שבמרים ממרים וכשמרים לכשמרים מָרִים', יעקב: 'ויעקב כשיעקב', אברהם: 'אברהמ' },
  Russian: {
    Анна: 'Анны Анне Анну Анной Анною АННОЙ',
    Иван: 'Ивана Ивану Иваном Иване',
    Мария: 'Марии Марию Марией',
    Алексей: 'Алексея Алексею Алексеем Алексее',
    Павел: 'Павла Павлу Павлом',
    Пётр: 'Петр Петра Петру',
    Ольга: 'Ольги Ольгой',
    'Анна Иванова': 'Анны_Ивановой Анне_Ивановой Анну_Иванову',
    Достоевский: 'Достоевского Достоевскому Достоевская',
  },
  Ukrainian: { Марія: 'Марії Марію Марією', Андрій: 'Андрія Андрієві Андрієм', Павло: 'Павла Павлові' },
  Greek: {
    Γιώργος: 'Γιώργου Γιώργο ΓΙΩΡΓΟΣ Γιωργος Γιώργε',
    Γιάννης: 'Γιάννη ΓΙΑΝΝΗ Γιαννης',
    Μαρία: 'Μαρίας ΜΑΡΙΑΣ Μαρια',
  },
  Korean: {
    소연: '소연은 소연이 소연을 소연에게 소연님 소연씨 소연이가 소연한테서 소연언니 김소연 김소연이',
    수지: '수지는 수지가 수지를 박수지',
  },
  Japanese: { 花子: '花子さん 花子ちゃんは 山田花子', マリ: 'マリさん' },
  Thai: { มาลี: 'คุณมาลี พี่มาลีก็' },
  Khmer: { សុភា: 'បងសុភាថា' },
  Burmese: { မမြ: 'မမြက ဒေါ်မမြကို' },
  Zulu: { Thandi: 'uThandi kuThandi noThandi kaThandi' },
  Irish: { Bríd: 'mBríd' },
}

/** Texts about others, in which the name must not be found. */
const others: Readonly<Record<string, string>> = {
  मीरा: 'मेरी मर मारी मीरायण',
  सीता: 'सात सतत',
  ریم: 'مریم',
  ريم: 'مريم',
  حمد: 'احمد محمد',
  ករ: 'មករា ករុណា ក្រ',
  မမြ: 'မိုးမလင်း မမြန်',
  มาลี: 'เมาลี มาลา',
  มาน: 'มานะ มานา',
  수지: '수진 수집 회수지',
  か: 'が',
  はな: 'ばな',
  רון: 'אהרון',
  አልማዝ: 'አልማ ማዝ',
  Анна: 'анны ванна Аннушка',
  Пол: 'Польша Политика поле',
  Rosa: 'Rosalie Rosario rosas',
  Ann: 'Anna Annie Anne Annette',
  Donald: 'McDonald MacDonald',
  Rue: 'LaRue',
}

describe.each(Object.entries(found))('in %s', (_, names) => {
  const cases = Object.entries(names).flatMap(([name, forms]) => forms.split(' ').map((form) => [name, form] as const))
  test.each(cases)('%s is found in %s', (name, form) => {
    const written = form.replaceAll('_', ' ')
    for (const text of [written, `… ${written}, ${written}`]) {
      const places = findAgain(text, name)
      expect(places.length).toBeGreaterThanOrEqual(text === written ? 1 : 2)
      for (const [start, end, stemEnd] of places) {
        expect(start).toBeLessThan(stemEnd)
        expect(stemEnd).toBeLessThanOrEqual(end)
      }
    }
  })
})

test.each(Object.entries(others))('%s is not found in %s', (name, text) => {
  expect(findAgain(text, name).map(([start, end]) => text.slice(start, end))).toEqual([])
})

describe('in Latin script', () => {
  const inflected: [text: string, name: string, found: string[]][] = [
    ['Ayşenin evi, Ayşe’ye, Ayşeden', 'Ayşe', ['Ayşenin', 'Ayşe', 'Ayşeden']],
    ['IŞIL geldi, Işıl gitti, Işıla', 'Işıl', ['IŞIL', 'Işıl', 'Işıla']],
    ['Annalle, ja Annan äiti sanoi että Annasta', 'Anna', ['Annalle', 'Annan', 'Annasta']],
    ['Hän oli Pekan kanssa, ja Virtasen', 'Pekka', ['Pekan']],
    ['Hän oli Virtasen kanssa', 'Virtanen', ['Virtasen']],
    ['Annának, Annával, Annát és egy őr', 'Anna', ['Annának', 'Annával', 'Annát']],
    ['Akkor Annával voltam, Annához mentem', 'Anna', ['Annával', 'Annához']],
    ['Péterrel és Péternek, őt', 'Péter', ['Péterrel', 'Péternek']],
    ['Z Anną i Annie, dla Anny', 'Anna', ['Anną', 'Annie', 'Anny']],
    ['Widziałam Marka, z Markiem', 'Marek', ['Marka', 'Markiem']],
    ['S Janem a Janovi, řekla', 'Jan', ['Janem', 'Janovi']],
    ['Łucja, Lucja', 'Łucja', ['Łucja', 'Lucja']],
    ['Annie and Anne met Annette', 'Anna', []],
    ['Maria’s, Marias, MARIA', 'Maria', ['Maria', 'Marias', 'MARIA']],
    ['Strasse, Straße', 'Straße', ['Strasse', 'Straße']],
  ]
  test.each(inflected)('in %j, %j', (text, name, places) => {
    expect(findAgain(text, name).map(([start, end]) => text.slice(start, end))).toEqual(places)
  })
})

test('the name alone need be covered, not the small words and endings around it', () => {
  const [first, second, third] = ['ከአልማዝን', 'रमेशलाई', 'للقدس']
  expect(findAgain(first, 'አልማዝ')).toEqual([[1, 6, 5]])
  expect(findAgain(second, 'रमेश')).toEqual([[0, 7, 4]])
  expect(findAgain(third, 'القدس')).toEqual([[1, 5, 5]])
})

test('Ali is not the word "on", but where both are written alike', () => {
  expect(findAgain('جلس علي على الكرسي في البيت وعليها ثوب', 'علي')).toEqual([[4, 7, 7]])
  expect(findAgain('جه على فى البيت', 'علي')).toHaveLength(1)
  expect(findAgain('على رفت', 'علی')).toHaveLength(1)
})

test('an English text has no endings but the possessive, whatever its names', () => {
  const text = 'Then Maybelle and Rosina sat; Annie, Anne and Johnny came, Marvel too. The Rosan said nothing.'
  for (const name of ['The', 'Maybe', 'Rosa', 'Ann', 'Anna', 'John', 'Mar', 'Marve'])
    expect(findAgain(text, name)).toHaveLength(name === 'The' ? 1 : 0)
})
