const few = /^(?:\p{RGI_Emoji}\s*){1,5}$/v;

/** Whether a message is nothing but a few emoji, which are then drawn large. */
export function onlyEmoji(text: string): boolean {
  return text.length < 160 && few.test(text.trim());
}
