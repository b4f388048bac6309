import { ComponentType, TextInputStyle } from 'discord-api-types/v10'
import { checkCustomId, checkSelect, checkTextDisplay, collectCustomIds } from './components.ts'
import { at, checkUnique, complain, type Field, readItems, readText, readWhole } from './field.ts'

const maxLabelLength = 45
const maxInputLength = 4000

const selects: readonly unknown[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]

/** Inputs that Discord knows and the stand-in does not look into. */
const unexamined: readonly unknown[] = [
  ComponentType.FileUpload,
  ComponentType.RadioGroup,
  ComponentType.CheckboxGroup,
  ComponentType.Checkbox,
]

/** Checks a form: its title, one to five parts, their labels and inputs, and that no custom_id occurs twice. */
export function checkModal(field: Field): void {
  checkCustomId(at(field, 'custom_id'))
  readText(at(field, 'title'), { min: 1, max: maxLabelLength, required: true })
  const parts = readItems(at(field, 'components'), { min: 1, max: 5, required: true })
  for (const part of parts) checkPart(part)
  checkUnique(
    collectCustomIds(parts),
    'COMPONENT_CUSTOM_ID_DUPLICATED',
    'Component custom id cannot be duplicated',
  )
}

function checkPart(field: Field): void {
  const type = at(field, 'type')
  if (type.value === ComponentType.Label) checkLabel(field)
  else if (type.value === ComponentType.TextDisplay) checkTextDisplay(field)
  else if (type.value === ComponentType.ActionRow) {
    for (const input of readItems(at(field, 'components'), { min: 1, max: 1, required: true })) {
      readText(at(input, 'label'), { min: 1, max: maxLabelLength, required: true })
      checkTextInput(input)
    }
  } else complain(type, 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1, 10, 18).')
}

function checkLabel(field: Field): void {
  readText(at(field, 'label'), { min: 1, max: maxLabelLength, required: true })
  readText(at(field, 'description'), { min: 1, max: 100 })
  const input = at(field, 'component')
  const type = at(input, 'type')
  if (type.value === ComponentType.TextInput) checkTextInput(input)
  else if (selects.includes(type.value)) checkSelect(input)
  else if (unexamined.includes(type.value)) checkCustomId(at(input, 'custom_id'))
  else
    complain(
      type,
      'UNION_TYPE_CHOICES',
      'Value of field "type" must be one of (3, 4, 5, 6, 7, 8, 19, 21, 22, 23).',
    )
}

function checkTextInput(field: Field): void {
  if (at(field, 'type').value !== ComponentType.TextInput)
    complain(at(field, 'type'), 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (4,).')
  checkCustomId(at(field, 'custom_id'))
  readWhole(at(field, 'style'), { min: TextInputStyle.Short, max: TextInputStyle.Paragraph, required: true })
  const least = readWhole(at(field, 'min_length'), { max: maxInputLength }) ?? 0
  const most = readWhole(at(field, 'max_length'), { min: 1, max: maxInputLength }) ?? maxInputLength
  if (least > most)
    complain(at(field, 'min_length'), 'BASE_TYPE_MIN_MAX', 'min_length may not exceed max_length')
  readText(at(field, 'value'), { min: 0, max: most })
  readText(at(field, 'placeholder'), { max: 100 })
}
