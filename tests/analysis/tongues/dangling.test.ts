import { describe, expect, it } from 'vitest'
import { lacksSpeaker, pointsBack } from '../../../src/analysis/dangling.ts'

describe('pointsBack in other languages', () => {
  it.each([
    ['de', 'Er kommt am Montag.'],
    ['de', 'Das sei ein Fehler gewesen.'],
    ['de', 'Allerdings fehlt das Geld.'],
    ['de', 'Dafür braucht die Stadt Geld.'],
    ['de', 'Nach diesem Urteil tritt das Gesetz in Kraft.'],
    ['de', 'Zum Beispiel fehlt ein Kran.'],
    ['fr', 'Il viendra lundi.'],
    ['fr', "C'est une erreur, selon la mairie."],
    ['fr', 'Cependant, l’argent manque.'],
    ['fr', 'Son avocat refuse.'],
    ['fr', 'En revanche, la mairie refuse.'],
    ['fr', 'Ce projet coûte cher.'],
    ['es', 'Él vendrá el lunes.'],
    ['es', 'Sin embargo, falta dinero.'],
    ['es', 'Su abogado se niega.'],
    ['es', 'Dijo que vendrá el lunes.'],
    ['es', 'Por eso falta dinero.'],
    ['es', 'Este proyecto cuesta mucho.'],
  ] as const)('says so of %s: %s', (tongue, sentence) => {
    expect(pointsBack(sentence, tongue)).toBe(true)
  })

  it.each([
    ['de', 'Der Hafen bleibt gesperrt.'],
    ['de', 'Das Museum öffnet wieder.'],
    ['de', 'In diesem Jahr kommen mehr Gäste.'],
    ['de', 'Es gibt keinen Streik am Montag.'],
    ['de', 'Die Fischer streiken.'],
    ['fr', 'Le port reste fermé.'],
    ['fr', 'Cette année, les pêcheurs sont moins nombreux.'],
    ['fr', 'En France, les ports sont fermés.'],
    ['fr', 'Il y a onze ans, la ligne fermait.'],
    ['es', 'El puerto sigue cerrado.'],
    ['es', 'Este año hay menos pescadores.'],
    ['es', 'Además de la lluvia, hubo viento.'],
    ['es', 'Los pescadores piden ayuda.'],
    ['other', 'Inoltre il porto resta chiuso.'],
  ] as const)('does not say so of %s: %s', (tongue, sentence) => {
    expect(pointsBack(sentence, tongue)).toBe(false)
  })
})

describe('lacksSpeaker in other languages', () => {
  it.each([
    ['de', '„Das reicht nicht“, sagte er am Montag.'],
    ['de', '„Das reicht nicht.“'],
    ['fr', '« Cela ne suffit pas », a-t-elle déclaré lundi.'],
    ['fr', '« Cela ne suffit pas. »'],
    ['es', '«No es suficiente», dijo.'],
  ] as const)('says so of %s: %s', (tongue, sentence) => {
    expect(lacksSpeaker(sentence, tongue)).toBe(true)
  })

  it.each([
    ['de', '„Das reicht nicht“, sagte Bürgermeisterin Voss.'],
    ['fr', '« Cela ne suffit pas », a déclaré le maire lundi.'],
    ['es', '«No es suficiente», dijo el alcalde.'],
  ] as const)('does not say so of %s: %s', (tongue, sentence) => {
    expect(lacksSpeaker(sentence, tongue)).toBe(false)
  })
})
