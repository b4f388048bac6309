import { bracketBalance } from './quotation-balance.ts'
import { boilerplate as boilerplateOf } from './tongues/boilerplate.ts'
import type { Balance } from './tongues/quotation-marks.ts'
import type { Tongue } from './tongues/tongue.ts'

/** Fewer words are headings, exclamations and remains of markup, not news. */
const fewestWords = 5
const fiveWords = /^\S*(?:\s+\S+){3}\s/

/** Longer "sentences" are lists and text without full stops; none fits a card. */
const longestSentence = 600

const terminated = /[.!?…。！？؟।](?:["'”“’»«)\]]|[\s\u00a0\u202f]»)*$/u
const cut = /(?:\.\.\.|…|[:;,])["'”“’»«)\]]*$/u
const firstMark = /^["'“‘„‚«»¿¡([{\s]*/
const startsLikeSentence = /^["'“‘„‚«»¿¡([{]*\s?[\p{Lu}\p{Lo}\p{N}$£€]|^["'“‘«([{]*[a-z]{1,2}[A-Z]/u

/** What pages and agencies put around an article. Each alternative begins or names such a line, none occurs in prose. */
const boilerplate =
  /^(?:read (?:more|also|the full|next)|click|tap|watch|listen|see (?:also|more|photos|video)|photos?\b|images?\b|video\b(?=:)|captions?|file photo|credits?\b(?=:)|sources?\b(?=:)|related|advertisement|subscribe|sign up|sign in|log ?in|register|follow (?:us|@|him on|her on|\w+ on)|share (?:this|your)|join (?:us|the conversation)|e-?mail|contact|copyright|all rights|reporting by|editing by|editor['’]s note|correction\b(?=:)|updated|published|posted|scroll|continue reading|skip to|most (?:read|popular|viewed)|trending|story highlights|key points|this (?:article|story|report|post|page) (?:was|has been|is|originally)|the views expressed|opinions expressed|go (?:inside|behind)|take our|tell us|what do you think|leave a comment|comments?\b|note\b(?=:)|photo by|photograph by)(?!\p{L})|(?:^|\s)(?:cookies?\b.{0,60}(?:consent|accept|use|experience|settings|policy|enabled?)|privacy policy|terms of (?:use|service)|all rights reserved|your (?:browser|subscription|inbox)|enable javascript|already a (?:subscriber|member)|free trial|unlimited access|newsletters?\b.{0,40}(?:sign|subscribe|inbox)|may not be (?:published|reproduced|republished)|contributed to this (?:report|story|article)|can be (?:reached|contacted) at|e-mail to a friend|scroll down|click here|read more|pictured (?:above|below|left|right|here|is|are))|\((?:pictured|left|right|above|below|centre|center|top|bottom|credit|photo|image|file|cnn)\b|[»›|©]|https?:\/\/\S+\s*$/iu

const byline = /^By \p{Lu}\p{L}+ \p{Lu}[\p{L}'’-]+(?: (?:for|and|in) |[,.]|$)/u

/** How a sentence stands to the quotations of its text. */
export interface Quotation {
  /** A quotation was open where the sentence began. */
  readonly insideQuotation: boolean
  /** `quotationBalance` of the sentence. */
  readonly balance: Balance
}

/**
 * Whether a sentence may stand in a summary: a whole sentence of prose with its quotation marks in pairs. Headings,
 * captions, bylines, datelines, fragments, "Read more", cookie and paywall text may not.
 */
export function isFit(sentence: string, { insideQuotation, balance }: Quotation, tongue: Tongue): boolean {
  if (insideQuotation || balance !== 'whole' || sentence.length > longestSentence) return false
  if (!terminated.test(sentence) || cut.test(sentence) || !startsLikeSentence.test(sentence)) return false
  if (!hasEnoughWords(sentence) || bracketBalance(sentence) !== 0) return false
  const bare = sentence.replace(firstMark, '')
  return !boilerplate.test(bare) && !byline.test(sentence) && boilerplateOf[tongue]?.test(bare) !== true
}

/** Words as white space parts them; ideographs stand without it, so that each three count as one. */
function hasEnoughWords(sentence: string): boolean {
  if (fiveWords.test(sentence)) return true
  const ideographs = sentence.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  return sentence.split(/\s+/).length + ideographs / 3 >= fewestWords
}
