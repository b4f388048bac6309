import naturalStopWords from 'natural/lib/natural/util/stopwords.js'

/**
 * `natural` lists 170 words. News needs more: negations and contractions, the verbs of reporting, the words of
 * counting and of time that say when a thing was printed and not what it is about.
 */
const newsStopWords = `
  ago almost already although always among amid around away became become becomes began behind beyond cannot
  didnt doesnt dont either else enough especially even ever every everyone everything far first former gave give
  given gives go goes going gone good hadnt hasnt havent hed hell hers hes however id ill im indeed instead isnt
  ive just keep kept know known last late later latest least less let lets likely long lot made makes making may
  maybe mean mr mrs ms near nearly neither new next no nobody none nor not nothing off often old once one ones
  onto others otherwise per perhaps put quite rather really right saw say saying says seem seemed seems seen
  several shall shes shouldnt simply something sometimes soon tell telling tells thats theirs theres theyre
  theyve thing things think though thus today together told tomorrow tonight took toward towards two unless upon
  us use used uses using want wants wasnt went werent weve whatever whats whether whole whos whose will within
  without wont wouldnt yes yesterday yet youre youve im isnt aint cant couldnt according added
  hour hours minute minutes day days week weeks month months year years time times two three four five six seven eight
  nine ten hundred hundreds thousand thousands million millions billion percent
  monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun am pm
  january february march april june july august september october november december jan feb mar apr jun jul aug
  sept sep oct nov dec
`

/** `natural`'s own list: function words, which are never stemmed ("does" is not "Doe", "his" is not "hi"). */
export const functionWords: ReadonlySet<string> = new Set(naturalStopWords.words)

/** Words that say nothing about a text's subject, in lower case and without apostrophes. */
export const stopWords: ReadonlySet<string> = new Set([
  ...naturalStopWords.words,
  ...newsStopWords.trim().split(/\s+/),
])
