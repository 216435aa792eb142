/** What somebody types who wants it to be taken for more than text. */
export const injections = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '[x](javascript:alert(1))',
  '{{7*7}}<%= 7*7 %>',
  "'; DROP TABLE rooms; --",
  '../../etc/passwd',
  '\r\nSet-Cookie: a=b',
  '__proto__',
  'constructor',
  '&lt;b&gt;',
] as const;

/** What is not what it looks like, or covers what stands beside it. */
export const disguises: Readonly<Record<string, string>> = {
  'an override of direction': '\u202eevil\u202c',
  'isolates that are never closed': '\u2066\u2067\u2068Ann',
  'marks of direction': '\u200eAnn\u200f\u061c',
  zalgo: `A${'\u0301\u0323\u0334'.repeat(50)}nn`,
  'zalgo all over': `${'e\u0301\u0323\u0334\u0335\u0336\u0337\u0338'.repeat(9)}`,
  controls: 'a\u0000b\u0007c\u001b[31md\u007f\u009f',
  'line ends of every kind': 'a\nb\rc\u2028d\u2029e\u0085f',
  'zero-width characters': 'A\u200bn\u2060n\ufeff',
  'fillers alone': '\u3164\u115f\u1160\uffa0\u2800',
  'tags that spell hidden text': 'Ann\u{e0041}\u{e007f}',
  'halves of characters': 'A\ud83dn\udc69n',
  'Cyrillic for Latin': 'аdmіn',
  'mathematical letters': '𝐀𝐝𝐦𝐢𝐧',
  'wide letters': 'Ａｄｍｉｎ',
  'a Roman numeral': 'Ⅿod',
  'ten thousand letters': 'a'.repeat(10_000),
  'ten thousand emoji': '👩🏽‍💻'.repeat(10_000),
  'one endless syllable': 'ᄀ'.repeat(10_000),
  'ten thousand marks': '\u0301'.repeat(10_000),
};
