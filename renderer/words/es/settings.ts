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
  'settings.care.found': 'Algo necesita cuidado',
  'settings.care.foundSays': 'Copie toda la carpeta del archivo en otro disco antes de hacer cualquier otra cosa.',
  'settings.care.pageDamaged':
    '{count, plural, one {# parte del archivo está dañada.} other {# partes del archivo están dañadas.}}',
  'settings.care.passageWithoutTestimony':
    '{count, plural, one {# pasaje no pertenece a ninguna historia.} other {# pasajes no pertenecen a ninguna historia.}}',
  'settings.care.rangeOutsidePassage':
    '{count, plural, one {# marca está fuera de sus palabras.} other {# marcas están fuera de sus palabras.}}',
  'settings.care.ledgerBroken':
    '{count, plural, one {# decisión de una narradora se cambió después de guardarla.} other {# decisiones de narradoras se cambiaron después de guardarlas.}}',
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
  'settings.keys.says': 'Estas teclas funcionan en las salas que ha visitado desde que abrió.',
  'settings.keys.name': 'Lo que hace',
  'settings.keys.press': 'Teclas',
  'settings.keys.print': 'Imprimir esta tarjeta',
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
