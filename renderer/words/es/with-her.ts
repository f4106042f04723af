import type { withHer as en } from '../en/with-her.ts'

export const withHer = {
  'her.handOver': 'Darle la ventana a ella',
  'her.handOver.whose': 'La ventana pasa a ser de {name}.',
  'her.handOver.whose.noName': 'La ventana pasa a ser de ella.',
  'her.handOver.says':
    'Desde aquí esta ventana muestra solo lo que es de ella. Para volver hace falta la frase de paso de alguien del archivo.',
  'her.handOver.idle': 'Si en diez minutos nadie toca nada, se cierra.',
  'her.handOver.passphrase': 'La frase de paso de ella, escrita por ella',
  'her.handOver.without':
    'Déjelo vacío si no tiene. Sin ella, lo que decida queda escrito como lo dijo, con usted como quien estuvo presente.',
  'her.handOver.wrong': 'Esta no es la frase de paso de ella. Puede escribirla otra vez, o dejarlo vacío.',
  'her.handOver.hasNone': 'Todavía no tiene frase de paso. Déjelo vacío. Ella misma puede poner una.',
  'her.handOver.press': 'Darle la ventana',

  'her.opening': 'Abriendo…',
  'her.broke': 'Esta página dejó de funcionar',
  'her.alone.noName': 'Está a solas con sus historias',
  'her.alone': 'está a solas con sus historias',
  'her.alone.story': 'está a solas con su historia',
  'her.menu': 'Menú',
  'her.leave': 'Devolver la ventana',
  'her.leave.copy': 'Cerrar',
  'her.leave.copySays': 'Lo que hizo está guardado. Para abrirla otra vez, escriba su frase de paso.',
  'her.leave.says': 'Alguien del archivo escribe aquí una frase de paso. Entonces la ventana vuelve a ser del archivo.',
  'her.leave.passphrase': 'Frase de paso de alguien del archivo',
  'her.leave.needed': 'Aquí hace falta la frase de paso de alguien del archivo.',
  'her.leave.wrong': 'Esta no es una frase de paso del archivo. La ventana sigue siendo suya. Escríbala otra vez.',
  'her.leave.press': 'Devolverla',
  'her.leave.stay': 'Quedarme aquí',
  'her.back': 'Volver a mis historias',

  'her.keep': 'Guardarlo',
  'her.missing': 'Primero elija o escriba esto.',
  'her.canStayEmpty': 'Puede quedar vacío.',

  'her.evidence': 'En esta ventana, ella misma.',
} as const satisfies Record<keyof typeof en, string>
