import { wordList } from '../tongues/word-list.ts'

/** Common given names of men, lower case. */
export const maleNames = wordList(`
  aaron abdul abdullah abraham adam adrian ahmed al alan albert alejandro alex alexander alfred ali allan allen alvin amir amit
  anders andre andreas andrei andrew andrii andriy andy angelo anthony antonio antony ari arjun arnold art arthur asher ashraf
  austin barack barney barry bart bashar ben benedict benjamin bernard bernie bert bill billy blake bob bobby boris brad
  bradley brandon brendan brent bret brett brian bruce bruno bryan bryce byron caleb calvin cameron carl carlos cary cecil cesar
  chad charles charlie chester chris christian christopher chuck clarence clark claude clay clayton cliff clifford clint
  clyde cody colin conor corey cory craig curt curtis cyril dale damien damon dan daniel danny darrell darren darryl dave
  david dean deepak dennis denny derek derrick devin dick diego dirk dmitri dmitry dominic don donald donny doug douglas
  drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo edward edwin eli elijah elliot elliott elon
  elmer emanuel emilio emmanuel enrique eric erik ernest ernesto ernie ethan eugene evan faisal felipe felix fernando
  floyd francis francisco francois frank frankie franklin fred freddie frederick gabriel garrett garry gary gavin gene
  geoff geoffrey george gerald gerard gilbert giorgio giovanni glen glenn gordon graham grant greg gregg gregory guillermo
  gus gustavo guy hakeem hamid hank hans harold harry hassan hector heinz henrik henry herb herbert herman hillel hiroshi
  homer horace howard hubert hugh hugo hussein ian ibrahim igor ike ilya imran irving isaac ismail ivan jack jackson jacob
  jacques jake jamal james jan janos jared jason javier jay jean jeb jed jeff jefferson jeffrey jens jeremiah jeremy
  jerome jerry jesse jesus jim jimmy joachim joao joe joel johan john johnny jon jonah jonas jonathan jonathon jordan
  jorge jose josef joseph josh joshua juan juha julian julio julius junichi justin kamal karim karl keith ken kenneth
  kenny kent kevin khalid khizr kim kirk klaus konstantin kurt kyle lamar lance larry lars laurence lawrence lech lee
  leo leon leonard leonid leroy leslie lester levi lewis liam lindsey lionel lloyd logan lou louis lowell lucas luigi
  luis luke luther lyle lyndon mahmoud malcolm manuel marc marcel marco marcos marcus mario mark marlon marshall martin
  marty marvin mason massimo mateo matt matteo matthew maurice mauricio max maxim maxwell mehdi mel melvin mervyn michael
  miguel mike mikhail miles milo milton mitch mitchell mitt mohamed mohammad mohammed moses muhammad murray mustafa
  narendra nasser nate nathan nathaniel neal neil nelson newt nicholas nick nicolas nigel nikolai noah noel norbert norm
  norman oleg oleh oleksandr oleksiy oliver olivier omar orlando orrin oscar osama otto owen pablo paolo pascal pat
  patrick paul paulo pavel pedro percy perry pete peter petro phil philip philippe phillip pierre preston quentin rafael
  rahm rahul raj rajiv ralph ramon rand randall randy raphael raul ravi ray raymond recep reggie reginald reince rene
  rex reza ricardo rich richard rick ricky rob robert roberto robin rod roderick rodney rodrigo roger roland roman ron
  ronald ronnie rory ross roy ruben rudolph rudy rupert russell rustem ryan saddam salman salvador sam samuel sandro
  sanjay saul scott sean sebastian serge sergei sergey sergio seth shane shaun shawn sherman sid sidney silvio simon sonny
  spencer stan stanley stefan stephen steve steven stewart stuart sven syed tad takeshi tariq taylor ted terrence terry
  theodore thom thomas tim timothy toby todd tom tommy tony tracy travis trent trevor trey troy tucker tyler ulrich
  umar valery vernon victor viktor vince vincent vitali vitaly vladimir volodymyr wade wallace walter warren wayne wendell
  werner wesley wilbur will willard william willie willy wilson winston wolfgang woody xavier yasser yitzhak yuri yusuf
  zach zachary ziad zoltan
  abel abdulaziz abdulrahman aiden alain alasdair alberto aldo aleksandr alessandro alexandre alexei alexey alfonso alonso alvaro
  amadou ambrose amr anatoly anil anton anwar armando arne arnaud arsene arturo arvind ashok atef aziz baptiste bartholomew
  bashir benoit bilal bjorn bobbie bogdan brett burak carlo carlton casimir chandra chinedu ciaran cillian claudio clive
  connor cormac cornelius cristian cristiano damian dariusz davide declan dennis desmond didier dieter dilip dimitri
  dinesh domenico donald eamon eduard eoin emeka emre ezra fabio fabian farid farouk federico ferdinand fergus fernand
  finn florian franco franz fritz gareth gaspard georg georges gerard gerhard gianni gideon giles gilles gino giuseppe
  gonzalo gopal gunnar guillaume habib hakan hamza harald haruki hashim hendrik henri hisham horst hosni ibrahima ignacio
  ishaan isaiah isidro ismael ivo iwan jaime jamie jaroslav javad jeroen jerzy joakim jochen jorg josh juergen jurgen kaito
  karol kaveh kemal kenji kiran klaas kofi krzysztof kwabena kwame laszlo lech lennart leonardo leopold lior lorenzo
  luca lucian lukas lukasz łukasz magnus majid mamadou manfred manish manny marek marian marius mateusz mats matthias
  mauro mehmet mendel michel miguel milan milos mirko mohan mohammad moshe mukesh murat nabil naveed nasir nikhil nils
  nikola nicolae olaf olivier osman oskar ousmane pascal patricio patricia pawel pieter piers pierre piet piotr
  pranav predrag radek rafiq rainer ramesh rami ramiro rashid raymond remy renato renzo ricardo riccardo rohan rolf
  roberto rodolfo romain ronan rui rustam sachin salim salvatore samir samuel sandeep santiago sebastien selim
  simeon simone slobodan stig subhash sunil suresh svein tadeusz tamir tarek tarik tobias tomas tomasz torsten umberto
  uri usman vaclav vasily vijay vikram vincenzo vladislav waleed wojciech xander yannick yaw yehuda youssef yves zaid
  zbigniew zeev zubair kayode femi babatunde olusegun chukwuma tunde sipho thabo themba mateo emil edvard aleksander
  bartosz casper jasper jesper kristof mads morten soren søren anders theo tobin rhys owain idris alun dewi gethin
`)

/** Common given names of women, lower case. */
export const femaleNames = wordList(`
  abby abigail ada adele adriana agnes aisha alexandra alexis alice alicia alina alison allison alma alyssa amanda
  amber amelia amina amy ana anastasia andrea angela angelina angie anita ann anna annabel anne annette annie antonia
  april ariana arlene ashley astrid audrey ava barbara beatrice becky belinda bernadette bernice bertha beth betsy betty
  beverly bonnie brenda bridget brigitte brittany brooke camila camilla candace candice carla carly carmen carol carole
  caroline carolyn carrie casey cassandra catherine cathy cecilia celia charlotte chelsea cheri cheryl chloe christiane
  christina christine cindy claire clara claudia colleen condoleezza connie constance cora courtney crystal cynthia
  daisy dana danielle daphne darlene dawn deb debbie deborah debra denise diana diane dianne dolores donna dora doris
  dorothy edith edna eileen elaine eleanor elena elizabeth ella ellen elsa emily emma erica erika erin esther ethel
  eva evelyn faith farah fatima felicia fiona florence frances gabrielle gail gemma georgia geraldine gertrude gina
  ginny gladys gloria grace greta gretchen gwen gwendolyn haley hannah harriet heather heidi helen helena hilary hillary
  holly hope huma ida ilse imelda ines ingrid irene iris irma isabel isabella ivanka jackie jacqueline jamie jan jane
  janet janice jasmine jean jeanette jeanne jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn josephine
  joy joyce juanita judith judy julia juliana julie june kaitlin kamala karen karin karla kate katherine kathleen kathryn
  kathy katie katrina kay kayla kelly kellyanne kerry kim kimberly kirsten kris kristen kristin kristina laila lara
  latoya laura lauren laurie leah leila lena leslie leticia lillian lily linda lindsay lisa liz liza lois loretta lori
  lorraine louise lucia lucille lucy lydia lynn lynne mabel madeleine madeline maggie mandy marcia margaret margarita
  maria mariam marian marianne marie marilyn marina marine marissa marjorie marlene marsha martha martina mary maureen
  maxine maya megan meghan melanie melania melinda melissa mercedes meredith mia michele michelle mildred mimi mindy
  miranda miriam moira molly monica monique muriel myra nadia nancy naomi natalia natalie natasha nicole nicola nina
  nora noreen norma olga olivia pam pamela patricia patsy patti patty paula pauline peggy penelope penny petra phoebe
  phyllis polly priscilla priti rachel ramona rebecca regina renee rhonda rita roberta robyn rosa rosalind rosalynn rose
  rosemary roxanne ruby ruth sabrina sally samantha sandra sara sarah selina shannon sharon sheila shelley shelly sheri
  sherry shirley sonia sonya sophia sophie stacey stacy stella stephanie sue susan susanna susie suzanne sylvia tamara
  tammy tania tanya tara teresa tess theresa therese tiffany tina toni tracey trish trudy tulsi ursula valerie vanessa
  vera verna veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney wilma winifred yasmin
  yolanda yulia yvette yvonne zoe
  adaeze adele agata agatha agnieszka aicha aileen aine aisling alejandra alessandra aleksandra alma amal amara amelie amina
  amira ananya andrea anja anjali anneke annika anouk antoinette anya aparna arlette asha aya ayesha beata
  bettina bianca birgit blanca bronwyn bruna camille carina carmela carmen catalina celeste chantal chiara chimamanda
  chiamaka claudine clementine corinne dagmar dalia daniela deepa delphine deirdre dilma divya dominique dorothea
  dorota edwina eileen elena eleni elif elin elisa elisabeth elise eliza elke eloise elsbeth emilia emine enid esperanza
  estelle eugenia ewa fadwa fatou fatoumata federica fernanda flavia francesca francoise freya frida funmi gabriela
  galina genevieve giulia giovanna gisele greer gudrun hadley hana hanan hanna hatice hedda helga henrietta hortense
  imogen indira ingeborg inga ioana irina isabelle isla ivana iwona jadwiga jana jelena joana johanna jolanta josefina
  juliet juliette kamila karina karolina katarina katarzyna katja kavita khadija kiri kirsty lakshmi larissa layla leonora
  lidia liesbeth lieselotte liv livia lorena lotte lucinda ludmila luisa lupita magda magdalena mahnaz maja malala
  malgorzata manuela margit margot mariana maribel marisol marit marta mathilde matilda maud meera mette mireille
  monika nadine nadira nasrin natasa nawal nia niamh nikita noor noura olga oksana olivia olena oluchi ornella padma
  paola parvati patrizia paula pauline petra philippa pia pilar pippa pooja priya priyanka rafaela rana rania rashida
  rebecca renata rhiannon ritu rosa rosalia rosalind rosario rukhsana ruta saba sabina sabine sabrina salma samira sanna
  saoirse sarita sasha shabnam shirin shreya sigrid silvia simone sinead siobhan sofia solange solveig soledad sonja
  sonia soraya stefania stella sunita sunniva sushma svetlana sylvie tamara tanja tatiana tatyana teresa thandi thandiwe
  theresa thora tove trine ulrike ursula usha valentina valeria vera veronika victoria vivienne wanjiru wendy xiomara
  yasmin yasmine yetunde yolanda yoko yuki yulia yvette zainab zehra zeynep zofia zoe zoë zora zuzana
`)
