/** Where this browser keeps the language its person chose. */
export const languageKey = 'earshot.language';
