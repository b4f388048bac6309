/** Names of places, lower case: countries, American states, large cities, regions, and seats of power in common use. */
export const places: ReadonlySet<string> = new Set(
  `afghanistan|africa|alabama|alaska|albania|alberta|aleppo|algeria|america|amsterdam|angola|ankara|antarctica|arabia|
  argentina|arizona|arkansas|armenia|asia|athens|atlanta|auckland|austin|australia|austria|azerbaijan|baghdad|bahrain|
  bali|baltimore|bangkok|bangladesh|barcelona|bavaria|beijing|beirut|belarus|belfast|belgium|bengal|benghazi|berlin|
  birmingham|bolivia|bosnia|boston|botswana|brazil|britain|british columbia|brooklyn|brussels|bucharest|budapest|
  buenos aires|buffalo|bulgaria|burma|cairo|california|cambodia|cameroon|canada|cape town|caracas|cardiff|caribbean|
  catalonia|caucasus|charlotte|chicago|chile|china|cincinnati|cleveland|colombia|colorado|columbus|congo|connecticut|
  copenhagen|costa rica|crete|crimea|croatia|cuba|cyprus|czech republic|dallas|damascus|darfur|delaware|delhi|denmark|
  denver|des moines|detroit|doha|donbas|donetsk|dubai|dublin|east|ecuador|edinburgh|egypt|el salvador|england|eritrea|
  estonia|ethiopia|eurasia|europe|fiji|finland|flint|florida|france|frankfurt|gaza|geneva|georgia|germany|ghana|glasgow|
  greece|greenland|guantanamo|guatemala|guinea|gulf|haiti|hamburg|hanoi|havana|hawaii|helsinki|hiroshima|holland|
  honduras|hong kong|houston|hungary|iceland|idaho|illinois|india|indiana|indianapolis|indonesia|iowa|iran|iraq|ireland|
  islamabad|israel|istanbul|italy|ivory coast|jakarta|jamaica|japan|jerusalem|johannesburg|jordan|kabul|kandahar|kansas|
  karachi|kashmir|kazakhstan|kentucky|kenya|kharkiv|khartoum|kosovo|kuwait|kyiv|kiev|kyrgyzstan|lagos|laos|las vegas|
  latin america|latvia|lebanon|liberia|libya|lima|lisbon|lithuania|liverpool|london|long island|los angeles|louisiana|
  louisville|luxembourg|macedonia|madrid|maine|malaysia|mali|malta|manchester|manhattan|manila|maryland|massachusetts|
  mecca|mediterranean|melbourne|memphis|mexico|mexico city|miami|michigan|middle east|midwest|milan|milwaukee|minneapolis|
  minnesota|mississippi|missouri|mogadishu|moldova|mongolia|montana|montenegro|montreal|morocco|moscow|mosul|mozambique|
  mumbai|munich|myanmar|nagasaki|nairobi|namibia|nashville|nebraska|nepal|netherlands|nevada|new delhi|new england|
  new hampshire|new jersey|new mexico|new orleans|new york|new york city|new zealand|newark|nicaragua|niger|nigeria|
  north america|north carolina|north dakota|north korea|northern ireland|norway|odesa|ohio|oklahoma|oman|ontario|oregon|
  orlando|oslo|ottawa|oxford|pakistan|palestine|panama|paraguay|paris|pennsylvania|persia|perth|peru|philadelphia|
  philippines|phoenix|pittsburgh|poland|portland|portugal|prague|puerto rico|pyongyang|qatar|quebec|queens|raleigh|
  raqqa|rhode island|richmond|riyadh|romania|rome|russia|rwanda|sacramento|san antonio|san diego|san francisco|san jose|
  sarajevo|saudi arabia|scandinavia|scotland|seattle|senegal|seoul|serbia|shanghai|siberia|sicily|sierra leone|
  silicon valley|singapore|slovakia|slovenia|sofia|somalia|south|south africa|south america|south carolina|south dakota|
  south korea|spain|sri lanka|st. louis|st. petersburg|staten island|stockholm|sudan|sweden|switzerland|sydney|syria|
  taipei|taiwan|tajikistan|tampa|tanzania|tehran|tel aviv|tennessee|texas|thailand|tibet|tokyo|toronto|trinidad|tripoli|
  tunis|tunisia|turkey|turkmenistan|u.k.|u.s.|u.s.a.|uk|us|usa|uae|uganda|ukraine|united arab emirates|united kingdom|
  united states|united states of america|uruguay|utah|uzbekistan|vancouver|venezuela|venice|vermont|vienna|vietnam|
  virginia|wales|wall street|warsaw|washington|washington d.c.|d.c.|west|west bank|west virginia|west coast|east coast|
  wisconsin|wuhan|wyoming|yemen|yugoslavia|zagreb|zambia|zimbabwe|zurich|earth|mars|atlantic|pacific`
    .split('|')
    .map((name) => name.trim()),
)

/** Capitalised words that are neither people nor organisations: days, months, holidays, peoples, languages, faiths. */
export const notNames: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept
  oct nov dec easter christmas thanksgiving ramadan hanukkah halloween i i'm i'd i'll i've ok english arabic spanish
  french german russian chinese islam islamic christianity judaism muslim christian jewish catholic protestant hindu
  buddhist internet god allah a.m. p.m. am pm et est edt pt pst gmt mt ct tv dna pdf faq q a photo image video
  getty advertisement updated related read more copyright editor's note`.split(/\s+/),
)
