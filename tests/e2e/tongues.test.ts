import { describe, expect, it } from 'vitest'
import { seedIds } from '../../src/preview/seed.ts'
import { makeDesk, shown, startCrier, startDiscord, type TestArticle } from './harness.ts'

const german: TestArticle = {
  title: 'Häfen bleiben bis Montag gesperrt',
  publisher: 'Siel-Bote',
  body: [
    'Die Häfen der Küste bleiben nach der Sturmflut vom 3. Oktober bis Montag gesperrt. Das teilte die Behörde am Sonntag mit.',
    '„Wir gehen kein Risiko ein“, sagte Hafenmeister Dr. Jens Petersen. Er rechnet z. B. mit Wrackteilen im Becken.',
    'Die Fischer verlangen nun Hilfe vom Land, weil jeder Tag ohne Fang sie viel Geld kostet.',
  ],
}
const french: TestArticle = {
  title: 'Les ports restent fermés',
  publisher: 'Le Ponton',
  body: [
    'Les ports de la côte restent fermés après la tempête, a annoncé la préfecture dans un communiqué. Ils ouvriront lundi.',
    "Les pêcheurs demandent l'aide de l'État, parce que chaque jour sans pêche leur coûte beaucoup d'argent.",
  ],
}

describe('articles in other languages', () => {
  it('are summed up, searched, and said to have no quotes', async () => {
    await using discord = await startDiscord()
    const desk = await makeDesk()
    await desk.write('german.txt', german)
    await desk.write('french.txt', french)
    await using _ = await startCrier(discord, desk)
    const hand = discord.as(seedIds.member)
    const ask = async (name: string, options: Record<string, string>) =>
      shown((await hand.command(name, options)).messages)
    const summary = await ask('summary', { article: 'Häfen' })
    expect(summary).toContain('Sturmflut vom 3. Oktober bis Montag gesperrt.')
    expect(summary).not.toContain('"Quotes (')
    expect(summary).toContain('Quotes and people are found in English texts only; this article is in German.')
    expect(await ask('search', { query: 'hafen' })).toContain('1 article for hafen')
    expect(await ask('search', { query: 'port OR hafen' })).toContain('2 articles for port OR hafen')
    expect(await ask('search', { query: 'Haffen' })).toContain('Did you mean häfen?')
  })
})
