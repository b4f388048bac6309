/** A text's letters and digits in lower case, for comparing what is the same but for its marks and spaces. */
export function bareWords(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
