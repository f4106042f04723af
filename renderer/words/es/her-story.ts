import type { herStory as en } from '../en/her-story.ts'

export const herStory = {
  'her.title': 'El título',
  'her.title.yours': 'Título de su historia',
  'her.title.notYours': 'Este todavía no es suyo. Cuando guarde uno, lo será.',
  'her.title.isYours': 'Este es suyo.',
  'her.title.missing': 'Una historia necesita un título. Bastan unas palabras.',
  'her.title.keep': 'Guardar este título',
  'her.title.kept': 'El título está guardado. Es suyo.',

  'her.through': 'La he repasado',
  'her.through.title': 'Repasarla',
  'her.through.says':
    'Cuando haya repasado su historia, dígalo aquí. Entonces empiezan siete días en los que nada de ella sale. Solo usted puede prescindir de esos días.',
  'her.through.on': 'La repasó el {date}.',
  'her.through.until': 'Sus siete días terminan el {moment}. Antes no sale nada.',
  'her.through.waived': 'El {date} decidió prescindir de los siete días.',
  'her.through.over': 'Los siete días han pasado.',
  'her.through.kept': 'Guardado. Los siete días empiezan ahora.',
  'her.through.waivedNow': 'Guardado. Los siete días terminan ahora.',
  'her.through.waive': 'Quiero prescindir de los siete días',
  'her.through.waive.says':
    'No tiene que esperar. Los días son para dormir, pensarlo otra vez y hablarlo con alguien de confianza. Solo usted puede terminarlos, y nadie puede presionarla.',
  'her.through.waive.signs': 'Esto se firma con su frase de paso. Escríbala primero.',
  'her.through.waive.press': 'Prescindir de ellos',
  'her.through.wait': 'Dejar los siete días',
} as const satisfies Record<keyof typeof en, string>
