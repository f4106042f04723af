import type { mosaic as english } from '../en/mosaic.ts'

export const mosaic = {
  'refused.says': 'Ella no quiere que se use «{word}» al hablar de ella.',
  'refused.stands': 'Aquí dice «{stands}».',
  'refused.instead': 'Ella dice: «{instead}».',
  'refused.put': 'Poner «{instead}» ahí',
  'refused.gate': 'Se puede seguir escribiendo. Con esta palabra no puede salir nada.',

  'mosaic.title': 'Lo que podrían juntar',
  'mosaic.looking': 'Mirando lo que ya tienen…',
  'mosaic.failed': 'No se pudo leer lo que ya tienen',
  'mosaic.none': 'Este archivo no ha dado antes nada de ella a {recipient}. Pueden saber cosas por otro lado.',
  'mosaic.her.none': 'Este archivo no ha dado antes nada de usted a {recipient}. Pueden saber cosas por otro lado.',
  'mosaic.held':
    '{recipient} ya tiene {count, plural, one {un fragmento de ella} other {# fragmentos de ella}}. Esto quedaría al lado.',
  'mosaic.her.held':
    '{recipient} ya tiene {count, plural, one {un fragmento de usted} other {# fragmentos de usted}}. Esto quedaría al lado.',
  'mosaic.held.one':
    '«{title}», entregado el {date}, {passages, plural, one {un pasaje} other {# pasajes}}, con el nombre {name}',
  'mosaic.held.unnamed':
    '«{title}», entregado el {date}, {passages, plural, one {un pasaje} other {# pasajes}}, sin nombre',
  'mosaic.held.title': 'Lo que ya tienen',
  'mosaic.names': 'La conocen como {known}, desde el {date}. Aquí sería {now}.',
  'mosaic.her.names': 'A usted la conocen como {known}, desde el {date}. Aquí sería {now}.',
  'mosaic.names.nameless': 'La conocen como {known}, desde el {date}. Aquí no tiene nombre.',
  'mosaic.her.names.nameless': 'A usted la conocen como {known}, desde el {date}. Aquí no tiene nombre.',
  'mosaic.together': 'Juntas, estas cosas señalan a una sola persona',
  'mosaic.together.says': 'Cada una la dice también otra persona de este archivo. Todas las de una fila, solo ella.',
  'mosaic.her.together.says':
    'Cada una la dice también otra persona de este archivo. Todas las de una fila, solo usted.',
  'mosaic.they': 'Ya tienen',
  'mosaic.adds': 'Esto añadiría',
  'mosaic.where.given': 'entregado el {date}',
  'mosaic.where.here': 'en este fragmento',
  'mosaic.where.around': 'en las palabras que lo rodean',
  'mosaic.quoted': '«{words}»',
  'mosaic.alone': 'Nadie más dice esto aquí',
  'mosaic.her.alone': 'Esto por sí solo podría señalarla',
  'mosaic.her.notYet':
    'Todavía nadie ha mirado qué dice esto junto con lo que cuentan otras personas aquí. Puede hacerlo quien cuida este archivo. Después lo verá aquí.',
  'mosaic.her.compared':
    'Lo que dice junto con lo que cuentan otras personas aquí se miró el {date}. Lo que escribió después no está incluido.',
  'mosaic.readable': 'Quitado en uno, y escrito en el otro',
  'mosaic.readable.here': '«{words}» está quitado aquí. Lo pueden leer en lo entregado el {date}.',
  'mosaic.readable.then': '«{words}» se quitó en lo entregado el {date}. Aquí lo pueden leer.',
  'mosaic.again': 'El mismo pasaje de dos maneras',
  'mosaic.again.before': 'Como lo tienen, desde el {date}',
  'mosaic.again.now': 'Como lo recibirían',
  'mosaic.gap': '[quitado]',
  'mosaic.open': 'Abrir la historia',
  'mosaic.open.named': 'Abrir la historia en «{words}»',
  'mosaic.decide': 'Ella decide qué hacer: quitar algo, dejar fuera un pasaje o dejarlo así.',
  'mosaic.her.decide': 'Usted decide qué hacer: quitar algo, dejar fuera un pasaje o dejarlo así.',
  'mosaic.more': 'Esto es lo que el archivo puede ver. Puede haber más.',
} satisfies Record<keyof typeof english, string>
