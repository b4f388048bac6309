import { wordList } from '../tongues/word-list.ts'

/**
 * Words for peoples, parties and faiths, lower case, as they stand in capitals before a noun or for many: "an
 * American", "Republicans", "Hispanic voters". A name that ends in one is nobody's.
 */
export const peopleWords = wordList(`
  afghan afghans african africans african-american african-americans afro-american albanian albanians algerian algerians
  american americans anglican anglicans arab arabs argentine argentines armenian armenians asian asians asian-american
  asian-americans australian australians austrian austrians azerbaijani bangladeshi basque belarusian belarusians belgian
  belgians black blacks bolivian bosnian bosnians brazilian brazilians briton britons british brits buddhist buddhists
  bulgarian bulgarians californian californians canadian canadians catalan catholic catholics caucasian chechen chechens
  chilean chileans chinese christian christians colombian colombians conservative conservatives cornish croat croatian
  croats cuban cubans cuban-american cypriot czech czechs danes danish democrat democratic democrats dominican
  dutch egyptian egyptians english eritrean estonian estonians ethiopian ethiopians european europeans evangelical
  evangelicals filipino filipinos finnish finns floridian french german germans ghanaian gop greek greeks guatemalan haitian
  haitians hindu hindus hispanic hispanics honduran hungarian hungarians icelandic independents indian indians
  indonesian indonesians iranian iranians iraqi iraqis irish islamist islamists israeli israelis italian italians japanese
  jew jewish jews jordanian kenyan kenyans korean koreans kurd kurdish kurds labour latina latinas latino latinos latvian
  lebanese liberal liberals liberian libertarian libertarians libyan libyans lithuanian lithuanians malaysian maltese
  mexican mexicans mexican-american moldovan moroccan mormon mormons muslim muslims native nepalese nigerian nigerians
  norwegian norwegians orthodox pakistani pakistanis palestinian palestinians persian peruvian poles polish
  portuguese protestant protestants puerto-rican republican republicans romanian romanians russian russians rwandan saudi
  saudis scot scots scottish serb serbian serbs shia shiite shiites sikh sikhs singaporean slovak slovene somali somalis
  soviet soviets spaniard spaniards spanish sudanese sunni sunnis swede swedes swedish swiss syrian syrians taiwanese
  texan texans thai tibetan tories tory tunisian turk turkish turks ukrainian ukrainians venezuelan venezuelans
  vietnamese welsh western westerners white whites yemeni yemenis zimbabwean`)

/** Numbers in words, lower case: "Twelve million dollars". */
export const numberWords = wordList(`
  zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
  millions billion billions dozen dozens half both once twice`)
