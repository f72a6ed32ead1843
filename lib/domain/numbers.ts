const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A small number in words, as a newspaper sets it; from thirteen on in figures. */
export function spell(number: number): string {
  return words[number] ?? number.toLocaleString('en')
}
