/** French function words, which are never stemmed. Elided ones ("l'", "qu'") are no words at all (see words.ts). */
export const frenchFunctionWords = `
  à afin ai aie aient ainsi ait alors après as assez au aucun aucune aujourd'hui aura aurai auraient aurait auront aussi aussitôt
  autour autre autres autrement aux auquel auxquels auxquelles avaient avais avait avant avec avez avions avoir avons ayant beaucoup
  bien c ça car ce ceci cela celle celles celui cependant certain certaine certaines certains ces cet cette ceux chacun chacune chaque
  chez ci comme comment contre d dans de debout dedans dehors déjà delà depuis des dès deux devant devra devrait devraient doit doivent
  donc dont du duquel durant elle elles en encore enfin ensuite entre envers est et étaient était étant été être eu eue eues eurent eus
  eut eux fait faire faut fois font fut furent grâce guère hors ici il ils j je jusqu jusque jusqu'à l la là laquelle le lequel les
  lesquelles lesquels leur leurs lors lorsque lui m ma mais malgré me même mêmes mes moi moins mon n ne néanmoins ni non nos notre
  nous on ont or ou où par parce parfois parmi partout pas pendant peu peut peuvent peut-être plus plusieurs plutôt pour pourquoi
  pourra pourrait pourraient pourtant presque puis puisque qu quand quant que quel quelle quelles quelqu'un quelque quelques quels qui
  quiconque quoi quoique rien s sa sans sauf se selon sera serai seraient serait seront ses si sien sinon soi soit soient sommes son
  sont sous suis sur t ta tandis tant te tel telle telles tellement tels tes toi ton toujours tous tout toute toutefois toutes très
  trop tu un une va vais vers voici voilà vont vos votre vous vu y
`

/** French words of reporting, counting and time, and what stands in any news. */
export const frenchNewsWords = `
  affirmé affirme affirmait ajouté ajoute ajoutant an ans année années annoncé annonce annoncer appelé appelle après-midi assuré assure
  actuel actuelle actuellement ailleurs aller alors apporter arrivé arrive autant avis avoue bas bon bonne bons bonnes bout cadre cas cause
  cent centaine centaines cents certes chose choses cinq cinquante concernant conclu confirmé confirme considère contraire cours côté
  côtés déclaré déclare déclarait demain demande demandé dernier dernière dernières derniers devenir devenu devenue deuxième différent
  différents dire disent dit dite dits dix dizaine dizaines doivent donne donné donner dont droit effet également environ espère estimé
  estime estimait euro euros exemple explique expliqué face façon faisait faisant fera ferait fin fins force grand grande grandes grands
  gros hier heure heures huit indiqué indique insisté jamais janvier février mars avril mai juin juillet août septembre octobre
  novembre décembre jeudi jour journée jours juste lancé lance lieu long longtemps lundi madame maintenant mardi matin mercredi met
  mettre meilleur mieux milieu mille milliard milliards million millions minutes mis mise moment mois monde monsieur montre nécessaire neuf
  nombre nombreuses nombreux notamment nouveau nouveaux nouvel nouvelle nouvelles nuit outre parle parler parti partie partir passé
  passe passer petit petite petites petits place point pourcentage possible poursuit poursuivi précisé précise premier première
  premières premiers prendre prend pris prise prochain prochaine prochains prochaines proche puisse quatre question quinze raison rappelé rappelle
  récemment reconnu reste rester résultat sait samedi semaine semaines semble sept seul seule seulement seuls sien simple simplement
  situé six soir souligné souligne souhaite souhaité soudain suite suivant suivante sûr surtout tard temps tenir tient tiers total
  trente trois troisième trouve trouver vendredi vendu venir venu vient vingt voir vrai vraiment voulu vouloir veut veulent dimanche
  mme mm mlle m dr pourrait devrait afp selon lequel ainsi quelque début cette année-là celui-ci celle-ci autres
  prévu prévue prévus prévoit permettre permet permettra permis présent présente présenté compte compter connaît connu déjà
  vivement encore longue longs propre propres rendre rendu sorte sortir mesure soutient craint craignent
`
