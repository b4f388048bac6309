/** The schemas used here: the package has none of its own types for them. */
declare module 'discord-api-spec/zod' {
  interface Issue {
    readonly code: string
    readonly message: string
    readonly path: readonly PropertyKey[]
    readonly errors?: readonly (readonly Issue[])[]
  }

  interface Schema {
    safeParse(body: unknown): {
      readonly success: boolean
      readonly error?: { readonly issues: readonly Issue[] }
    }
  }

  export const ApplicationCommandAutocompleteCallbackRequestSchema: Schema
  export const ApplicationCommandCreateRequestSchema: Schema
  export const ApplicationCommandPatchRequestPartialSchema: Schema
  export const ApplicationCommandUpdateRequestSchema: Schema
  export const CreateForumThreadRequestSchema: Schema
  export const CreateMessageInteractionCallbackRequestSchema: Schema
  export const CreatePrivateChannelRequestSchema: Schema
  export const CreateTextThreadWithMessageRequestSchema: Schema
  export const CreateTextThreadWithoutMessageRequestSchema: Schema
  export const IncomingWebhookRequestPartialSchema: Schema
  export const IncomingWebhookUpdateRequestPartialSchema: Schema
  export const MessageCreateRequestSchema: Schema
  export const MessageEditRequestPartialSchema: Schema
  export const ModalInteractionCallbackRequestSchema: Schema
  export const UpdateMessageInteractionCallbackRequestSchema: Schema
}
