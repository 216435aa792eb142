/**
 * The message that a key leads to from where the focus is: up and down from message to message. From the list
 * itself the first step goes to the newest one. Keys inside of a message's own buttons and code stay theirs.
 */
export function nextMessage(key: string, from: HTMLElement, list: HTMLElement): HTMLElement | undefined {
  const onList = from === list;
  if (!onList && from.dataset.messageId === undefined) return undefined;
  const all = [...list.querySelectorAll<HTMLElement>('[data-message-id]')];
  const at = onList ? all.length : all.indexOf(from);
  switch (key) {
    case 'ArrowUp':
      return all[Math.max(0, at - 1)];
    case 'ArrowDown':
      return onList ? undefined : all[at + 1];
    case 'Home':
      return onList ? undefined : all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}
