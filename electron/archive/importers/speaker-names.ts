// What transcripts call the people who speak, in many languages: which labels are surely speakers, and who only asks.
import type { SpeakerRole } from '../../../shared/domain/story.ts'

const asking = `q int intv interviewer question interviewed-by i ir
 entrevistador entrevistadora pregunta p preg e entr ent enc encuestador encuestadora
 enquêteur enquêtrice enqueteur enquetrice intervieweur intervieweuse question
 entrevistador entrevistadora pergunta
 interviewer interviewerin frage f
 intervistatore intervistatrice domanda d
 interviewer vraag
 tagapanayam tanong phỏng người-hỏi hỏi pewawancara tanya
 المحاور المحاورة سؤال س السائل الباحث الباحثة
 מראיין מראיינת שאלה ש
 问 問 采访者 採訪者 采访人 访问者 訪問者 訪問員 记者 記者 提问
 聞き手 インタビュアー 質問
 질문 문 면담자 인터뷰어
 ผู้สัมภาษณ์ ถาม คำถาม
 интервьюер вопрос в корреспондент
 συνεντευκτής ερώτηση
 साक्षात्कारकर्ता प्रश्न सवाल
 អ្នកសម្ភាសន៍ សំណួរ សួរ អ្នកសួរ မေးသူ မေး မေးခွန်း ጠያቂ ጥያቄ ጥ ຖາມ ຄຳຖາມ پرسش سوال پ پرسشگر مصاحبه‌کننده פראגע`

const answering = `a ans answer narrator interviewee informant respondent n r resp speaker storyteller
 narrador narradora respuesta entrevistado entrevistada informante inf
 réponse narrateur narratrice enquêté enquêtée interviewé interviewée témoin
 resposta entrevistado entrevistada
 antwort befragte befragter erzähler erzählerin interviewter
 risposta intervistato intervistata antwoord verteller sagot đáp jawab
 الراوي الراوية جواب ج المجيب
 מרואיין מרואיינת תשובה ת
 答 受访者 受訪者 被采访者 讲述者 講述者 叙述者
 語り手 話し手 回答 答え
 답 답변 구술자 대답
 ผู้ให้สัมภาษณ์ ตอบ คำตอบ ผู้เล่า
 ответ о рассказчик рассказчица респондент информант
 απάντηση αφηγητής αφηγήτρια
 उत्तर जवाब वाचक
 អ្នកនិទាន ចម្លើយ ឆ្លើយ អ្នកឆ្លើយ ဖြေသူ ဖြေ အဖြေ መላሽ መልስ መ ຕອບ ຄຳຕອບ پاسخ راوی ענטפער`

const askers = new Set(asking.split(/\s+/).map(nameKey))
const answerers = new Set(answering.split(/\s+/).map(nameKey))

// Words before a colon that are no speaker, however often they come.
const never = new Set(
  `note notes nb ps example warning date dates place time title source subject address tel phone email mail
 fax re cc from to chapter section part page figure table summary abstract keywords key index contents appendix tape side
 transcript transcription transcriber transcribed-by editor copyright location duration length language file filename age born
 occupation project collection recording also remember yes no well and but so then thing things laughter laughs laughing music
 pause silence inaudible crosstalk applause crying sighs coughs unclear unintelligible illustration url http https nota notas
 fecha lugar título titulo tema fuente ejemplo dirección teléfono remarque lieu sujet titre datum ort titel beispiel hinweis
 data local exemplo reviser writer editor worker chorus verse refrain typed written written-by re-written edited-by revised-by copied-by name-of-writer number words no risas silencio inaudible monday tuesday wednesday thursday friday saturday sunday
 注 注意 日期 地点 地點 时间 時間 题目 題目 例如 比如 ملاحظة التاريخ المكان هامش مثال หมายเหตุ วันที่ สถานที่ เช่น`
    .split(/\s+/)
    .map(nameKey),
)
const neverShape = /(?: by|^no\.? of .*|^name of .*|^names? .*)$/

/** One key for the ways a label is written: "INT.", "Int" and "int" are the same. */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[*_[\]<>()]/g, '')
    .replace(/[.:：]+$/, '')
    .trim()
    .replace(/[\s-]+/g, ' ')
    .toLowerCase()
}

const numbered =
  /^(?:speaker|voice|person|participant|interviewer|narrator|hablante|persona|participante|locuteur|sprecher|sprecherin|orador|falante|说话人|說話人|发言人|話者|화자|متحدث|المتحدث|ผู้พูด|спикер)[ _-]*(?:\d{1,2}|[a-z])$/u

export function isKnownName(key: string): boolean {
  return askers.has(key) || answerers.has(key) || numbered.test(key)
}

export function isNeverName(key: string): boolean {
  return never.has(key) || neverShape.test(key)
}

export function isAsker(key: string): boolean {
  return askers.has(key.replace(/ (?:\d{1,2}|[a-z])$/u, '')) || askers.has(key)
}

/** Of several, the one with the most words who does not only ask is the narrator; of one or none, all is the narrator's. */
export function guessRoles(speakers: readonly { name: string; words: number }[]): SpeakerRole[] {
  if (speakers.length === 1) return ['narrator']
  const roles = speakers.map(({ name }): SpeakerRole => (isAsker(nameKey(name)) ? 'interviewer' : 'other'))
  let narrator = -1
  for (const [index, speaker] of speakers.entries()) {
    if (roles[index] !== 'other' || speaker.name === '') continue
    if (narrator < 0 || speaker.words > (speakers[narrator]?.words ?? 0)) narrator = index
  }
  if (narrator < 0) narrator = roles.indexOf('other')
  if (narrator >= 0) roles[narrator] = 'narrator'
  return roles
}
