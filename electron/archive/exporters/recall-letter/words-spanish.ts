// The letter in Spanish.
import type { LetterWords } from './letter-words.ts'

export const spanish: LetterWords = {
  language: 'es',
  title: 'Le pedimos que devuelva algo',
  to: 'Para {recipient}',
  toSomebody: 'Para quien recibió esto',
  given: 'El {date} usted recibió una parte de una historia que alguien contó. Lleva la referencia de abajo.',
  whole: 'Quien la contó pide que se la devuelvan toda.',
  some: 'Quien la contó pide que le devuelvan estos pasajes: {numbers}. En total eran {count}.',
  one: 'Quien la contó pide que le devuelvan el pasaje {numbers}. En total eran {count}.',
  facts: {
    reference: 'Referencia',
    what: 'Lo que se entregó',
    when: 'Se entregó el',
    which: 'Pasajes que se piden',
    sound: 'Dónde están en el sonido',
  },
  heard: 'pasaje {number}: de {from} a {to}',
  noReason: 'No tiene que decir por qué.',
  her: 'Esto es lo que ella quiere decir:',
  asked: 'Por favor, haga esto:',
  asks: [
    'Deje de mostrarlo, de citarlo y de pasarlo a otras personas.',
    'Quite lo que haya puesto, y sáquelo de lo que todavía no se ha impreso.',
    'Borre sus copias, también el sonido y las copias de respaldo.',
    'Pida lo mismo a quienes lo recibieron de usted. Puede darles esta carta.',
  ],
  file: 'Con esta carta puede venir un archivo de retirada. No tiene ninguna palabra de ella. El programa Firsthand lo lee y ya no deja entrar esos pasajes.',
  page: 'Con esta carta puede venir una página. Si había puesto la de ella en un sitio web, ponga esta en su lugar.',
  answer: 'Después, por favor, conteste. Diga claramente cuál de estas cosas es:',
  answers: [
    'Está hecho.',
    'Una parte está hecha. Algunas copias ya no se pueden recuperar, por ejemplo en libros impresos.',
    'No quiere hacerlo.',
  ],
  thanks: 'Gracias.',
}
