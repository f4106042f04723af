import type { transcribing as en } from '../en/transcribing.ts'

export const transcribing = {
  'transcribing.title': 'Primer borrador a máquina',
  'transcribing.about': 'De «{title}»',
  'transcribing.back': 'Volver a la historia',
  'transcribing.open': 'Primer borrador a máquina',
  'transcribing.way.title': 'Todavía sin escribir',
  'transcribing.way.says':
    'Puede escribir mientras escucha. O un programa de este equipo puede escribir un primer borrador, que usted revisa.',

  'transcribing.settings': 'Primeros borradores a máquina',
  'transcribing.settings.off': 'Desactivado.',
  'transcribing.settings.on': 'Activado, con el modelo {name} ({size}).',
  'transcribing.settings.does':
    'Un programa puede escuchar una grabación y escribir un primer borrador. Funciona solo en este equipo. Nada sale, nada se descarga y no aprende nada de lo que oye.',
  'transcribing.settings.not':
    'Se equivoca, y a veces inventa palabras que nadie dijo. Lo hace peor con acentos, dialectos y lenguas menos comunes. Por eso sus palabras quedan aparte: nadie puede encontrarlas ni entregarlas hasta que una persona las haya revisado con el sonido.',
  'transcribing.settings.her':
    'Pregúntele a ella antes de que una máquina escuche su historia. Si dijo que no a las máquinas, ninguna puede.',
  'transcribing.settings.model':
    'Necesita un modelo whisper, que es un solo archivo grande. Firsthand no trae ninguno ni lo descarga. Ponga uno en este equipo y elíjalo aquí: suele llamarse ggml-….bin.',
  'transcribing.settings.choose': 'Elegir un modelo y activarlo',
  'transcribing.settings.another': 'Elegir otro modelo',
  'transcribing.settings.turnOff': 'Desactivar',
  'transcribing.settings.turnOffSays': 'Los borradores que nadie ha revisado se destruyen al desactivarlo.',
  'transcribing.settings.turnedOn': 'Los primeros borradores a máquina están activados.',
  'transcribing.settings.turnedOff': 'Los primeros borradores a máquina están desactivados.',
  'transcribing.settings.looking': 'Mirando el archivo',
  'transcribing.settings.onlyEnglish': 'Este modelo solo ha aprendido inglés.',

  'transcribing.model.title': 'Elegir un modelo',
  'transcribing.model.path': 'Carpeta o archivo',
  'transcribing.model.go': 'Ir allí',
  'transcribing.model.files': 'Modelos en esta carpeta',
  'transcribing.model.none': 'Ningún archivo se llama aquí como un modelo (….bin).',
  'transcribing.model.folders': 'Carpetas',
  'transcribing.model.noFolders': 'Aquí no hay carpetas',
  'transcribing.model.places': 'Lugares',
  'transcribing.model.up': 'Subir',
  'transcribing.size': '{size, number, ::.0} MB',

  'transcribing.off.title': 'Desactivado',
  'transcribing.off.says': 'Los primeros borradores a máquina están desactivados en este archivo.',
  'transcribing.off.go': 'Ir a los ajustes',
  'transcribing.refused.title': 'Ninguna máquina puede escuchar esta historia',
  'transcribing.refused.saidNo':
    'Ella dijo que no a las máquinas. Era sobre aprender y clasificar, y esto es solo escribir. Pero su no vale por entero.',
  'transcribing.refused.takenBack': 'Ella retiró lo que había dicho sobre las máquinas. Por eso ninguna escucha.',
  'transcribing.refused.notYet': 'Ella dijo «todavía no» a las máquinas. Por eso, por ahora, ninguna escucha.',
  'transcribing.refused.herVersion':
    'Ella ha revisado esta historia. Ahora solo ella cambia sus palabras, así que no se hace ningún borrador.',
  'transcribing.refused.soundTimesMissing':
    'Hay algo quitado o sellado, y nadie ha dicho dónde está en el sonido. Una máquina volvería a escribirlo. Diga primero dónde está. Lo sellado lo abre ella para eso.',
  'transcribing.refused.nothingUnwritten': 'Todo lo del sonido está escrito ya, o está quitado.',
  'transcribing.refused.noSound': 'Esta historia no tiene sonido.',
  'transcribing.refused.talk': 'Ir a la conversación de consentimiento',
  'transcribing.refused.story': 'Ir a la historia',

  'transcribing.begin.what':
    'El programa escucha solo lo que nadie ha escrito todavía. Omite lo que está quitado o sellado, y el silencio.',
  'transcribing.begin.recording': 'Qué grabación',
  'transcribing.begin.recording.one': 'Sesión {sitting, number}: {left} sin escribir',
  'transcribing.begin.recording.all': 'Sesión {sitting, number}: todo escrito',
  'transcribing.begin.language': 'Qué lengua se habla',
  'transcribing.begin.language.none': 'Elija una lengua',
  'transcribing.begin.language.unheard':
    'Los modelos no han aprendido {language}. En otra lengua escribirían otra cosa.',
  'transcribing.begin.onlyEnglish': 'El modelo elegido solo ha aprendido inglés.',
  'transcribing.begin.asked.head': 'La respuesta de ella',
  'transcribing.begin.asked.says':
    'La tarjeta sobre máquinas habla de aprender de sus palabras. Esto no es eso: un programa escribe lo que ella dijo, para que usted lo revise, y luego lo olvida. Aun así es su voz, y puede que no quiera. Pregúntele.',
  'transcribing.begin.asked': 'Le he preguntado por esto. Dijo que sí.',
  'transcribing.begin.asked.kept': 'Queda guardado que usted lo dijo, con la fecha.',
  'transcribing.begin.start': 'Empezar',
  'transcribing.begin.listened': 'Máquinas que escucharon esta historia',
  'transcribing.begin.listened.one': '{date}: lo empezó {by}, y dijo que ella había aceptado.',
  'transcribing.begin.nobody': 'No se oyó hablar a nadie. No se hizo ningún borrador.',
  'transcribing.begin.cancelled': 'Detenido. No se ha guardado nada del borrador.',

  'transcribing.going': 'Una máquina está escuchando',
  'transcribing.going.elsewhere': 'Una máquina está escuchando otra historia',
  'transcribing.going.getting': 'Preparándose',
  'transcribing.going.goOn':
    'Mientras tanto puede seguir trabajando en otra parte de Firsthand. Al bloquear, se detiene.',
  'transcribing.left.counting': 'Calculando cuánto tarda',
  'transcribing.left.moment': 'Menos de un minuto',
  'transcribing.left.minutes': 'Unos {minutes, plural, one {# minuto} other {# minutos}}',
  'transcribing.left.hours': 'Unas {hours, plural, one {# hora} other {# horas}}',

  'transcribing.drafts.title': 'Le espera',
  'transcribing.drafts.one':
    'Un borrador a máquina del {date}: {waiting, plural, one {# pasaje espera} other {# pasajes esperan}} de {total, number}.',
  'transcribing.drafts.done': 'Un borrador a máquina del {date}: lo ha revisado entero.',
  'transcribing.drafts.go': 'Revisarlo',
  'transcribing.drafts.throwAway': 'Tirar el borrador',
  'transcribing.drafts.throwAway.title': 'Tirar el borrador',
  'transcribing.drafts.throwAway.says':
    'Las palabras de la máquina que nadie ha revisado se destruyen. Lo que usted pasó a la historia se queda allí. Más tarde se puede hacer un borrador nuevo. Este no se puede recuperar.',
  'transcribing.drafts.thrown': 'El borrador está destruido.',
  'transcribing.drafts.keep': 'Conservar el borrador',

  'transcribing.go.title': 'Revisar el borrador',
  'transcribing.go.signed': 'Borrador de una máquina. Nadie lo ha revisado.',
  'transcribing.go.place': 'Pasaje {at, number} de {total, number}',
  'transcribing.go.waiting': '{waiting, plural, =0 {Ninguno espera} one {# espera} other {# esperan}}',
  'transcribing.go.time': 'De {from} a {until}',
  'transcribing.go.words': 'Palabras del borrador',
  'transcribing.go.words.note': 'Escuche y corrija lo que esté mal.',
  'transcribing.go.speaker': 'Quién habla',
  'transcribing.go.speaker.newName': 'Nombre, si quiere escribir uno',
  'transcribing.go.speaker.newInterviewer': 'Quien entrevista',
  'transcribing.go.speaker.newOther': 'Otra persona',
  'transcribing.go.play': 'Reproducir',
  'transcribing.go.stop': 'Parar',
  'transcribing.go.right': 'Está bien así',
  'transcribing.go.changed': 'Pasarlo con mis cambios',
  'transcribing.go.leaveOut': 'Omitir',
  'transcribing.go.bringBack': 'Recuperarlo',
  'transcribing.go.before': 'El anterior',
  'transcribing.go.after': 'El siguiente',
  'transcribing.go.later': 'Seguir más tarde',
  'transcribing.go.accepted': 'Pasó este pasaje a la historia.',
  'transcribing.go.leftOut': 'Omitió este pasaje.',
  'transcribing.go.empty': 'No hay palabras. Mejor omita el pasaje.',
  'transcribing.go.unplayable': 'Este equipo no puede reproducir este sonido.',
  'transcribing.go.did.accepted': 'Está en la historia. {where}.',
  'transcribing.go.did.leftOut': 'Omitido. {where}.',
  'transcribing.go.did.broughtBack': 'Está otra vez en el borrador.',
  'transcribing.go.keys': 'Teclas: {play} reproduce y para, {right} lo pasa a la historia, {leaveOut} lo omite.',
  'transcribing.go.last':
    'Este es el último. Cuando lo decida, todavía podrá recuperar pasajes hasta que el borrador se destruya.',
  'transcribing.go.end': 'Lo ha revisado entero',
  'transcribing.go.end.says':
    '{accepted, plural, =0 {Ningún pasaje está} one {# pasaje está} other {# pasajes están}} ahora en la historia. {leftOut, plural, =0 {Ninguno se omitió} one {# se omitió} other {# se omitieron}}. Cuando termine, lo que queda del borrador se destruye. Al bloquear también se destruye.',
  'transcribing.go.end.done': 'Terminar: destruir el resto',
  'transcribing.go.end.look': 'Verlo otra vez',
  'transcribing.go.gone': 'Este borrador ya no está. Se tiró, o ella decidió algo que le puso fin.',
} as const satisfies Record<keyof typeof en, string>
