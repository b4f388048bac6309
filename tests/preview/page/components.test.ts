import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  type ButtonInteraction,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  ContainerBuilder,
  EmbedBuilder,
  FileBuilder,
  type ForumChannel,
  LabelBuilder,
  MediaGalleryBuilder,
  MessageFlags,
  ModalBuilder,
  type ModalSubmitInteraction,
  SectionBuilder,
  SeparatorBuilder,
  StringSelectMenuBuilder,
  type StringSelectMenuInteraction,
  type TextChannel,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  ThumbnailBuilder,
} from 'discord.js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedIds } from '../../../src/preview/seed.ts'
import { type Site, startSite } from '../../../src/preview/site/site.ts'
import { openTestBrowser } from '../../browser.ts'
import { answerNext, registerCommands } from '../asking.ts'
import { type Stage, startStage } from '../bot.ts'
import { accessibilityProblems, overflows, patienceMs, picture, visit } from './look.ts'

const browser: Browser | undefined = await openTestBrowser()

describe.runIf(browser !== undefined)('whatever a bot sends', () => {
  let stage: Stage
  let site: Site
  let page: Page
  let complaints: readonly string[] = []
  beforeAll(async () => {
    stage = await startStage()
    await registerCommands(stage.client)
    site = await startSite(stage.standIn, { port: 0, newsDesk: new Promise(() => undefined) })
    if (browser !== undefined) ({ page, complaints } = await visit(browser, site.url, 'dark'))
  }, patienceMs)
  afterAll(async () => {
    await browser?.close()
    await site.close()
    await stage[Symbol.asyncDispose]()
  }, patienceMs)

  const channel = () => stage.client.channels.cache.get(seedIds.general) as TextChannel
  const last = () => page.getByRole('article').last()
  const ask = async () => {
    await page.getByRole('combobox', { name: /^Message/ }).fill('/ask ')
    await page.getByRole('group', { name: 'Command /ask' }).waitFor()
    await page.keyboard.press('Enter')
  }

  it('is shown: containers, sections, pictures, files, separators, buttons, menus', async () => {
    await channel().send(everything())
    const container = last().locator('.container')
    await container.getByRole('heading', { name: 'A heading' }).waitFor()
    expect(await container.getAttribute('style')).toContain('#c8821f')
    expect(await container.getByRole('img', { name: 'A chart' }).count()).toBe(2)
    await expect.poll(() => page.evaluate('document.querySelector("img.picture").naturalWidth')).toBe(1)
    expect(await container.getByRole('link', { name: 'notes.txt' }).getAttribute('href')).toMatch(
      /^\/attachments\//,
    )
    expect(await container.getByRole('separator').count()).toBe(1)
    for (const style of ['Primary', 'Secondary', 'Success', 'Danger'])
      expect(await last().getByRole('button', { name: style }).isVisible()).toBe(true)
    expect(await last().getByRole('button', { name: 'Off' }).isDisabled()).toBe(true)
    expect(await last().getByRole('link', { name: 'Elsewhere' }).getAttribute('rel')).toBe(
      'noopener noreferrer',
    )
  })

  it('is shown without a word of it becoming markup', async () => {
    await channel().send(
      '<img src=x onerror="document.title=1"> [x](javascript:alert) <script>1</script> **b**',
    )
    await last().getByText('<img src=x').waitFor()
    expect(await last().locator('.content img, .content script, .content a').count()).toBe(0)
    expect(await last().locator('strong').innerText()).toBe('b')
  })

  it('is shown in any script: long words, right to left, emoji', async () => {
    await channel().send(`${'Donaudampfschifffahrt'.repeat(20)}\nهبت الريح ليلا ولم تهدأ 🎉`)
    await last().getByText('هبت').waitFor()
    expect(await overflows(page)).toBe(false)
  })

  it('is shown: embeds, replies, edits, mentions, and what is gone', async () => {
    const embed = new EmbedBuilder()
      .setTitle('An embed')
      .setURL('https://quay.example/ferry')
      .setDescription('Of *old*')
      .addFields({ name: 'Tide', value: 'high', inline: true })
      .setFooter({ text: 'The Courier' })
      .setColor(0x1f6f6b)
    const sent = await channel().send({
      content: `<@&${seedIds.readersRole}> <#${seedIds.news}>`,
      embeds: [embed],
    })
    await last().getByRole('link', { name: 'An embed' }).waitFor()
    expect(await last().locator('.mention').allInnerTexts()).toEqual(['@Readers', '#news'])
    await sent.edit('Changed')
    await last().getByText('(edited)').waitFor()
    await sent.reply('Answered')
    await last().getByText('In reply to Crier: Changed').waitFor()
    await sent.delete()
    await expect.poll(() => page.getByRole('link', { name: 'An embed' }).count()).toBe(0)
  })

  it('can be used: buttons that think, menus of several, of channels, and forms', async () => {
    const { id } = await channel().send(everything())
    const using = page.locator(`[data-message="${id}"]`)
    const pressed = answerNext<ButtonInteraction>(stage.client, async (press) => {
      await press.deferReply({ flags: MessageFlags.Ephemeral })
      await page.getByText('Crier is thinking').waitFor()
      await press.editReply('Thought')
    })
    await using.getByRole('button', { name: 'Primary' }).click()
    await pressed
    await page.locator('.ephemeral').getByText('Thought').waitFor()
    const chosen = answerNext<StringSelectMenuInteraction>(stage.client, (choice) =>
      choice.reply(`Chosen: ${choice.values.join()}`),
    )
    await using.getByRole('button', { name: 'Choose two' }).click()
    await page.getByRole('option', { name: 'One' }).click()
    await page.getByRole('option', { name: 'Three' }).click()
    await page.keyboard.press('Escape')
    await chosen
    await last().getByText('Chosen: 1,3').waitFor()
    const where = answerNext<StringSelectMenuInteraction>(stage.client, (choice) =>
      choice.reply(`Where: <#${choice.values.join()}>`),
    )
    await using.getByRole('button', { name: 'Which channel' }).click()
    await page.getByRole('option', { name: '#news' }).click()
    await where
    await last().getByText('#news').waitFor()
  })

  it('can be a form, filled in and sent', async () => {
    const opened = answerNext(stage.client, (command) => command.showModal(form()))
    await ask()
    await opened
    const dialog = page.getByRole('dialog', { name: 'A form' })
    await dialog.getByText('Some words').waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'form')
    await dialog.getByRole('button', { name: 'Submit' }).click()
    await dialog.getByText('is required').waitFor()
    const sent = answerNext<ModalSubmitInteraction>(stage.client, (submitted) =>
      submitted.reply(`Form: ${submitted.fields.getTextInputValue('name')}`),
    )
    await dialog.getByLabel('Name (required)').fill('Ilse')
    await dialog.getByRole('button', { name: 'Submit' }).click()
    await sent
    await last().getByText('Form: Ilse').waitFor()
  })

  it('can be nothing: the application did not respond', async () => {
    await ask()
    await page.locator('.note').getByText('The application did not respond').waitFor()
  })

  it('can be posts in a forum, and direct messages', async () => {
    const forum = stage.client.channels.cache.get(seedIds.forum) as ForumChannel
    await forum.threads.create({
      name: 'Ships',
      message: { content: 'Of ships' },
      appliedTags: [seedIds.forumTag],
    })
    await page.getByRole('button', { name: /^stories/ }).click()
    await page.locator('.post', { hasText: 'World' }).click()
    await last().getByText('Of ships').waitFor()
    const person = await stage.client.users.fetch(seedIds.admin)
    await person.send('To you alone')
    await page.getByRole('button', { name: /^New in your direct messages/ }).click()
    await last().getByText('To you alone').waitFor()
    await page.getByRole('button', { name: 'Newsroom', exact: true }).click()
  })

  it('is accessible, and made the browser complain of nothing', async () => {
    await last().waitFor()
    expect(await accessibilityProblems(page)).toEqual([])
    await picture(page, 'components')
    expect(complaints).toEqual([])
    expect(stage.standIn.violations).toEqual([])
  })
})

/** A grey picture of one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mM0tnX7DwADbAHF1Zq6mgAAAABJRU5ErkJggg==',
  'base64',
)

function everything() {
  const chart = new AttachmentBuilder(pixel, { name: 'chart.png' })
  const notes = new AttachmentBuilder(Buffer.from('notes'), { name: 'notes.txt' })
  const styled = ([name, style]: readonly [string, ButtonStyle]) =>
    new ButtonBuilder().setCustomId(name).setLabel(name).setStyle(style)
  const buttons = (
    [
      ['Primary', ButtonStyle.Primary],
      ['Secondary', ButtonStyle.Secondary],
      ['Success', ButtonStyle.Success],
      ['Danger', ButtonStyle.Danger],
    ] as const
  ).map(styled)
  const off = styled(['Off', ButtonStyle.Secondary]).setDisabled(true)
  const link = new ButtonBuilder()
    .setLabel('Elsewhere')
    .setStyle(ButtonStyle.Link)
    .setURL('https://quay.example/')
  const choices = new StringSelectMenuBuilder()
    .setCustomId('choices')
    .setPlaceholder('Choose two')
    .setMaxValues(2)
    .addOptions(
      { label: 'One', value: '1', description: 'The first' },
      { label: 'Two', value: '2' },
      { label: 'Three', value: '3' },
    )
  const where = new ChannelSelectMenuBuilder().setCustomId('where').setPlaceholder('Which channel')
  const media = 'attachment://chart.png'
  const container = new ContainerBuilder()
    .setAccentColor(0xc8821f)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('### A heading\nWords\n-# Small words'))
    .addSectionComponents(
      new SectionBuilder()
        .addTextDisplayComponents(new TextDisplayBuilder().setContent('- one\n- two'))
        .setThumbnailAccessory(new ThumbnailBuilder().setURL(media).setDescription('A chart')),
    )
    .addSeparatorComponents(new SeparatorBuilder())
    .addMediaGalleryComponents(
      new MediaGalleryBuilder().addItems({ media: { url: media }, description: 'A chart' }),
    )
    .addFileComponents(new FileBuilder().setURL('attachment://notes.txt'))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons))
    .addActionRowComponents(new ActionRowBuilder<ButtonBuilder>().addComponents(off, link))
    .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(choices))
    .addActionRowComponents(new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(where))
  return { components: [container], files: [chart, notes], flags: MessageFlags.IsComponentsV2 } as const
}

function form(): ModalBuilder {
  const name = new TextInputBuilder().setCustomId('name').setStyle(TextInputStyle.Short)
  const more = new TextInputBuilder()
    .setCustomId('more')
    .setStyle(TextInputStyle.Paragraph)
    .setRequired(false)
  return new ModalBuilder()
    .setCustomId('form')
    .setTitle('A form')
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('Some words'))
    .addLabelComponents(
      new LabelBuilder().setLabel('Name').setDescription('Of whom').setTextInputComponent(name),
      new LabelBuilder().setLabel('More').setTextInputComponent(more),
    )
}
