import { wordList } from '../tongues/word-list.ts'

/** Words that make a capitalised name the name of an organisation, lower case. */
export const organisationWords = wordList(`
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
  voice voters watch yahoo youtube army legion corps
  capital productions scientific holding pharma pharmaceuticals technologies solutions entertainment records pictures bros
  enterprises ventures securities insurance foods aerospace software networks communications consulting analytics
  research advisors investments financial hotels resorts brands biotech therapeutics electric airport clinic laboratory
`)

/** Heads after which "of" or "for" continues a name: "Department of Justice", "Center for Rural Affairs". */
export const namesWithOf = wordList(`
  academy alliance association bank board bureau center centre chamber chief church city coalition college commission
  committee congress council court department district duke federation friends foundation house institute kingdom league
  ministry museum national office organisation organization parliament party people republic school secretary society
  state states union university voice women citizens americans students veterans fund conference army
`)

/** Last words of names of places: "Huntington Beach". A given name before them makes a person: "Kenny Park". */
export const placeWords = wordList(`
  airport avenue bay beach boulevard bridge canal canyon cape coast county creek desert district falls forest gulf harbor
  harbour heights hill hills island islands isle lake lane mountain mountains ocean park peninsula plaza port province
  region ridge river road sea shore springs square strait street valley village grove groves haven quay cove cliffs
  crossing mills meadows pier wharf reef
`)

/** First words of names of places: "South Derbyshire", "Fort Hood". */
export const placeBeginnings = wordList(
  'north south east west northern southern eastern western new fort port mount lake camp cape upper lower san santa st los las grand',
)

/** Last words of names of things: events, works, laws, buildings. */
export const thingWords = wordList(`
  act agreement airlines album amendment award awards ball bill book bowl building case castle cathedral championship
  championships code conference cup day deal debate derby election elections factbook fair festival film final finals game
  games hall invitational law marathon memorial month movie night olympics open order palace pact parade plan prix prize
  protocol race report revolution rule scandal season series session show stadium street summit survey test theater theatre
  times tour tournament tower trial treaty trophy tunnel war week weekend world year earthquake symphony annual hurricane storm
  edition anthem partnership speech speeches documentary briefing interview biography scandal player idol area extremism attack attacks crisis era earth bomb virus flu
`)

/** First words of names of things: "Hurricane Otto", "Plan B", "Operation Dawn". */
export const thingBeginnings = wordList(`
  hurricane typhoon cyclone storm operation project plan title article section chapter symphony flight route highway
  interstate proposition amendment apollo mission mount ward room gate unit type level category phase version episode
`)
