const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean))

/** Words that make a capitalised name the name of an organisation, lower case. */
export const organisationWords = words(`
  academy administration agency airlines airways alliance app assembly associates association authority bank bbc board
  boeing brigade brotherhood bureau cabinet campaign cbs center centre chamber church city club cnn co coalition college
  commission committee company conference confederation congress consortium constitution corp corporation council
  county court daily democrats department dept division dnc embassy exchange facebook fbi federation festival force
  forces forum foundation front fund gallup gazette globe google government group guard herald holdings hospital house
  hotel inc industries initiative institute institution international jazeera journal justice kremlin labs laboratories
  league legislature ltd llc llp magazine media microsoft ministry mission mosque motors movement museum nasa nation nato
  navy nbc network news newspaper observatory office organization organisation pac parliament partners party patrol
  pentagon police politico poll post press project radio reform register registry republic republicans reuters review
  rnc school schools senate service services society star state states station studios summit supporters survey syndicate
  system systems taliban task team telegraph television times tribune trust twitter un unesco unicef union university
  voice voters watch white yahoo youtube army legion corps
`)

/** Heads after which "of" or "for" continues a name: "Department of Justice", "Center for Rural Affairs". */
export const namesWithOf = words(`
  academy alliance association bank board bureau center centre chamber chief church city coalition college commission
  committee congress council court department district duke federation friends foundation house institute kingdom league
  ministry museum national office organisation organization parliament party people republic school secretary society
  state states union university voice women citizens americans students veterans fund conference army
`)
