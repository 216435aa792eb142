import { onDemand } from '../ui/on-demand.tsx';

/** All emoji, with search and skin tones: heavy, so it comes when somebody wants more than the few at hand. */
export const EmojiPicker = onDemand(() =>
  import('../chat/emoji/emoji-picker.tsx').then((file) => file.EmojiPicker),
);
