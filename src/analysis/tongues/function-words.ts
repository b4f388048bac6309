import { tongueOf } from './tongue.ts'
import { wordList } from './word-list.ts'

/**
 * The commonest words of each language: a third and more of any running text. Some that are not read further are here so that
 * they are not taken for their neighbours: Portuguese for Spanish, Dutch for German.
 */
const lists = {
  en: `the of to and a in that is was for on it with as his he be by at from are this have had not but they which or were
    an has been their its who will would said after more when there about than into also could if can him her she we you i`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
    man sein wurde wenn ihre gegen vom können schon habe seine dann unter wir soll ich eines ihr sagte seit worden`,
  fr: `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont la avec ou son mais
    comme on aux cette ses l d s n c qu elle être ont fait été sa leur ces deux nous même sans après selon entre était
    ils y tout aussi bien où avait depuis`,
  es: `de la que el en y a los del se las por un para con no una su al es lo como más pero sus le ya o fue este ha sí
    porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante han dos son según
    había está ser uno tras esto ni contra otros ese eso ante ellos e años`,
  pt: `de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou
    ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas
    me esse eles estão você tinha foram são`,
  it: `di e il la che in a per un del è una della con non si i le da al dei sono come nel più ha lo alla anche gli ma su
    l d dal delle o se dell nella questo stato essere loro ai due dalla degli hanno cui ed tra ad suo era fra dopo sulla`,
  nl: `de van het een en in is dat op te zijn voor met die niet aan er om ook als dan maar bij of uit nog wordt door naar
    heeft over ze hij wel geen tot kan deze dit worden meer was hun al zo werd haar wat hebben kunnen tegen we ik`,
  sv: `och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan nu när efter
    vid också eller ska hon mot där man under skulle sina detta`,
  da: `og i at det som en på er af for med til den har de ikke om et han men var jeg sig fra vi så kan nu når efter ved
    også eller skal hun mod der man under ville sine dette blev være`,
  no: `og i at det som en på er av for med til den har de ikke om et han men var jeg seg fra vi så kan nå når etter ved
    også eller skal hun mot der man under ville sine dette ble være`,
  pl: `w i na z do się nie to że jest o jak po od za przez dla są oraz ale czy był co tym już tylko ich jego tego lub przy
    może które który została roku będzie jednak`,
  ro: `de și în a la care cu pe nu din o că un mai au este pentru sunt fost prin ca se al ale lui sau după fi cel iar`,
  ca: `de la i el que a en un per amb els les una del és no es va al més dels ha com per ser són pel també aquest aquesta
    però seva ja han o`,
  tr: `ve bir bu da de için ile olarak çok daha olan en gibi kadar sonra var ne ise olduğu değil ancak her o ya`,
} as const

/** A language that is told by its words. */
export type ToldLanguage = keyof typeof lists

/** Those languages, in the order in which `languagesByWord` numbers them. */
export const toldLanguages = Object.keys(lists).filter((name): name is ToldLanguage => name in lists)

/** Words by which languages are told. */
interface ToldWords {
  /** By word, the numbers of the languages that use it so often. */
  readonly byWord: ReadonlyMap<string, readonly number[]>
  /** Length of the longest of them. */
  readonly longest: number
}

let told: ToldWords | undefined

/** The words of all languages. */
export function languagesByWord(): ToldWords {
  if (told !== undefined) return told
  const byWord = numbersByWord()
  told = { byWord, longest: Math.max(...Array.from(byWord.keys(), ({ length }) => length)) }
  return told
}

/** Those of the languages that are told from others and not read further. */
export function functionWordsElsewhere(): string {
  return toldLanguages
    .filter((language) => tongueOf(language) === 'other')
    .map((language) => lists[language])
    .join(' ')
}

function numbersByWord(): ReadonlyMap<string, readonly number[]> {
  const byWord = new Map<string, number[]>()
  for (const [number, language] of toldLanguages.entries()) {
    for (const word of wordList(lists[language])) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [number])
      else known.push(number)
    }
  }
  return byWord
}
