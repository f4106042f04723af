import type { settings as en } from '../en/settings.ts'

export const settings = {
  'settings.title': 'Ajustes y cuidado',
  'settings.language': 'Idioma',
  'settings.look': 'Cómo se ve',
  'settings.theme': 'Claro u oscuro',
  'settings.theme.system': 'Como el equipo',
  'settings.theme.light': 'Claro',
  'settings.theme.dark': 'Oscuro',
  'settings.textSize': 'Tamaño del texto',
  'settings.textSize.one': '{size, number} %',
  'settings.lock': 'Cerrar con llave',
  'settings.lock.says':
    'Al cerrar, el archivo queda con llave y esta ventana se vacía. La frase de paso lo abre de nuevo.',
  'settings.lock.now': 'Cerrar ahora',
  'settings.care': 'Revisar este archivo',
  'settings.care.says':
    'Se lee todo una vez, para ver que nada está dañado ni falta. Mientras tanto puede seguir trabajando.',
  'settings.care.start': 'Revisar ahora',
  'settings.care.checking': 'Revisando',
  'settings.care.done': '{done, number} de {total, number}',
  'settings.care.stopped': 'La revisión se detuvo. Nada ha cambiado.',
  'settings.care.whole': 'Todo está entero',
  'settings.care.counted':
    'Se miraron {stories, plural, one {# historia} other {# historias}}, {recordings, plural, one {# grabación} other {# grabaciones}} y {entries, plural, one {# decisión} other {# decisiones}}.',
  'settings.care.signed':
    '{signed, plural, =0 {Ninguna de las decisiones está firmada con la llave de una narradora} one {# de las decisiones está firmada con la llave de una narradora} other {# de las decisiones están firmadas con las llaves de las narradoras}}; {attested, plural, =0 {ninguna la} one {# la} other {# las}} guardó una persona del archivo por ella.',
  'settings.care.erased':
    '{count, plural, one {Se borró # decisión más con su historia. Solo quedan su lugar y su número, y encajan entre las otras.} other {Se borraron # decisiones más con sus historias. Solo quedan sus lugares y sus números, y encajan entre las otras.}}',
  'settings.care.erasedStillThere':
    '{count, plural, one {# cosa que se borró está aquí otra vez. Cierre el archivo y ábralo de nuevo: entonces queda borrada.} other {# cosas que se borraron están aquí otra vez. Cierre el archivo y ábralo de nuevo: entonces quedan borradas.}}',
  'settings.care.faults': 'Qué decisiones',
  'settings.care.fault.missing':
    '{same, select, yes {Falta la decisión {sequence, number}.} other {Faltan las decisiones {sequence, number} a {until, number}.}}',
  'settings.care.fault.edited':
    'La decisión {sequence, number} dice otra cosa que cuando se guardó. {known, select, yes {Lleva la fecha {date}, en «{title}».} other {}}',
  'settings.care.fault.outOfOrder':
    'La decisión {sequence, number} está en el lugar de otra. {known, select, yes {Lleva la fecha {date}, en «{title}».} other {}}',
  'settings.care.fault.forged':
    '{same, select, yes {La decisión {sequence, number} no es la que se guardó ahí.} other {Las decisiones {sequence, number} a {until, number} no son las que se guardaron ahí.}} {known, select, yes {Lleva la fecha {date}, en «{title}».} other {}}',
  'settings.care.fault.cutOff':
    '{same, select, yes {La decisión {sequence, number} se quitó del final.} other {Las decisiones {sequence, number} a {until, number} se quitaron del final.}}',
  'settings.care.fault.signature':
    'La decisión {sequence, number} no está firmada por la narradora de quien es. {known, select, yes {Lleva la fecha {date}, en «{title}».} other {}}',
  'settings.care.more': 'Aquí se nombran las primeras.',
  'settings.care.found': 'Algo necesita cuidado',
  'settings.care.foundSays':
    'Haga una copia de seguridad, o copie toda la carpeta del archivo en otro disco, antes de hacer cualquier otra cosa. Después pruebe Reparar.',
  'settings.care.pageDamaged':
    '{count, plural, one {# parte del archivo está dañada.} other {# partes del archivo están dañadas.}}',
  'settings.care.passageWithoutTestimony':
    '{count, plural, one {# pasaje no pertenece a ninguna historia.} other {# pasajes no pertenecen a ninguna historia.}}',
  'settings.care.rangeOutsidePassage':
    '{count, plural, one {# marca está fuera de sus palabras.} other {# marcas están fuera de sus palabras.}}',
  'settings.care.tieNotWhole':
    '{count, plural, one {# atadura no abarca todo su pasaje.} other {# ataduras no abarcan todo su pasaje.}}',
  'settings.care.pastBroken':
    '{count, plural, one {# estado anterior de una historia no se puede leer.} other {# estados anteriores de historias no se pueden leer.}}',
  'settings.care.sectionWithoutPassage':
    '{count, plural, one {# encabezado no está en ningún pasaje.} other {# encabezados no están en ningún pasaje.}}',
  'settings.care.sealedInTheOpen':
    '{count, plural, one {# pasaje sellado tiene palabras fuera de su sello. Dígaselo a ella.} other {# pasajes sellados tienen palabras fuera de sus sellos. Dígaselo a ella.}}',
  'settings.care.ledgerBroken':
    '{count, plural, one {# decisión de una narradora no está como se guardó.} other {# decisiones de narradoras no están como se guardaron.}}',
  'settings.care.signatureBroken':
    '{count, plural, one {# decisión dice que una narradora la firmó, y la firma no es suya. No deja salir nada.} other {# decisiones dicen que una narradora las firmó, y la firma no es suya. No dejan salir nada.}}',
  'settings.care.evidenceMissing':
    '{count, plural, one {Falta # papel o sonido que muestra que una narradora decidió.} other {Faltan # papeles o sonidos que muestran que las narradoras decidieron.}}',
  'settings.care.disclosurePassageUnknown':
    '{count, plural, one {# línea de lo entregado nombra un pasaje que no está.} other {# líneas de lo entregado nombran pasajes que no están.}}',
  'settings.care.mediaWithoutFile':
    '{count, plural, one {Falta el archivo de # grabación.} other {Faltan los archivos de # grabaciones.}}',
  'settings.care.fileWithoutMedia':
    '{count, plural, one {# archivo de la carpeta no pertenece a ninguna historia.} other {# archivos de la carpeta no pertenecen a ninguna historia.}}',
  'settings.care.mediaDamaged': '{count, plural, one {# grabación está dañada.} other {# grabaciones están dañadas.}}',
  'settings.care.searchOutOfStep':
    '{count, plural, one {# pasaje no se encuentra por sus palabras.} other {# pasajes no se encuentran por sus palabras.}}',
  'settings.keys': 'Teclas',
  'settings.keys.says': 'A cada orden se le pueden dar otras teclas. Funcionan sin sacar el cursor del texto.',
  'settings.keys.print': 'Imprimir esta tarjeta',
  'settings.keys.preset': 'Teclas como en',
  'settings.keys.preset.oTranscribe': 'oTranscribe',
  'settings.keys.preset.expressScribe': 'Express Scribe',
  'settings.keys.preset.own': 'Mis propias teclas',
  'settings.keys.skip': 'Atrás y adelante (segundos)',
  'settings.keys.stepBack': 'Al oír, vuelve atrás (segundos)',
  'settings.keys.pauseWhileTyping': 'Pausar mientras escribo',
  'settings.keys.pauseWhileTyping.says': 'El sonido sigue cuando sus manos han descansado un segundo.',
  'settings.keys.room.sound': 'Sonido',
  'settings.keys.room.story': 'En una historia',
  'settings.keys.room.marks': 'Palabras elegidas y marcas',
  'settings.keys.room.window': 'En todas partes',
  'settings.keys.room.more': 'Más',
  'settings.keys.none': 'sin teclas',
  'settings.keys.stays': 'siempre estas',
  'settings.keys.change': 'Cambiar',
  'settings.keys.change.of': 'Cambiar las teclas de: {name}',
  'settings.keys.reset': 'Como al principio',
  'settings.keys.reset.of': 'Teclas como al principio: {name}',
  'settings.keys.reset.all': 'Todas las teclas como al principio',
  'settings.keys.pressNew': 'Pulse las teclas nuevas',
  'settings.keys.leave': 'Dejar como está',
  'settings.keys.clear': 'Sin teclas',
  'settings.keys.refused.types': 'Estas teclas escriben. Púlselas con {mod}, o tome una tecla de F1 a F12.',
  'settings.keys.refused.edits': 'Estas teclas cortan, copian, pegan, eligen o deshacen. Se quedan como están.',
  'settings.keys.refused.moves': 'Estas teclas se mueven por el texto o lo cambian. Se quedan como están.',
  'settings.keys.refused.inputMethod':
    'Estas teclas cambian la forma de escribir en muchos equipos. Se quedan como están.',
  'settings.keys.refused.window': 'Estas teclas son de la ventana. Se quedan como están.',
  'settings.keys.refused.unknown': 'Esta tecla no tiene nombre aquí. Pruebe con otra.',
  'settings.keys.refused.fixed': '{keys} siempre hace esto: {other}. Pruebe con otras teclas.',
  'settings.keys.conflict': '{keys} hace esto ahora: {other}.',
  'settings.keys.conflict.loses': 'Si la toma, «{other}» se queda sin teclas.',
  'settings.keys.conflict.take': 'Tomarla',
  'settings.keys.conflict.other': 'Probar otras teclas',
  'settings.keys.given': '{keys} hace esto ahora: {name}.',
  'settings.keys.taken': '{keys} hace esto ahora: {name}. «{other}» se queda sin teclas.',
  'settings.keys.noneNow': 'Ya no tiene teclas: {name}.',
  'settings.keys.resetDone': 'Teclas como al principio: {name}.',
  'settings.keys.resetAllDone': 'Todas las teclas están como al principio.',
  'settings.pedals': 'Pedales',
  'settings.pedals.says':
    'Un pedal funciona aquí si el equipo lo toma por un teclado o por un mando de juego. Elija qué debe hacer y después píselo.',
  'settings.pedals.not':
    'No es posible aquí: pedales que envían letras o clics de ratón, y pedales que necesitan un programa propio. Con el programa de su fabricante, casi todos pueden enviar una tecla como F13.',
  'settings.pedals.does': 'Qué debe hacer un pedal',
  'settings.pedals.add': 'Pisar un pedal para esto',
  'settings.pedals.pressNow': 'Pise ahora el pedal',
  'settings.pedals.button': 'Botón de pedal {number, number}',
  'settings.pedals.forget': 'Olvidar',
  'settings.pedals.forget.of': 'Olvidar este pedal: {pedal}',
  'settings.pedals.given': '{pedal} hace esto ahora: {name}.',
  'settings.pedals.isKey': '{keys} es la tecla de: {other}. Dele antes otras teclas a esa orden.',
  'settings.pedals.none': 'Ningún pedal hace nada todavía.',
  'settings.pedals.here': 'Pedales',
  'settings.keys.card': 'Teclas de Firsthand',
  'settings.about': 'Sobre este programa',
  'settings.about.version': 'Versión',
  'settings.about.builtAt': 'Hecho el',
  'settings.about.folder': 'El archivo está en',
  'settings.about.archivist': 'Abierto por',
  'settings.about.old.title': 'Esta versión tiene más de tres meses',
  'settings.about.old.says': 'Una más nueva puede corregir puntos débiles. Pídala a quien le dio Firsthand.',
  'settings.about.not': 'De qué no protege',
  'settings.about.not1': 'De quien ya controla este equipo mientras el archivo está abierto.',
  'settings.about.not2': 'De quien tiene su frase de paso o la llave de papel.',
  'settings.about.not3': 'De lo que ha impreso, hecho oír o entregado.',
  'settings.about.not4': 'No oculta que aquí hay un archivo, ni su tamaño aproximado.',
  'settings.about.not5':
    'Una voz cambiada se puede volver a cambiar. Las palabras dicen quién es alguien, aun sin el nombre.',
  'settings.synced.title': 'El archivo está dentro de {service}',
  'settings.synced.says':
    '{service} lo copia a otros equipos y puede dañarlo al hacerlo. Cierre el archivo y mueva su carpeta a otro lugar.',
} as const satisfies Record<keyof typeof en, string>
