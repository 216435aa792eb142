/** What floats with one press. */
export const quickReactions = ['👍', '❤️', '😂', '😮', '👏', '🎉'] as const;
