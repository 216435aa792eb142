import type { en } from './en/index.ts';
import type { operator } from './en/operator.ts';

/** What every page has, and what only the operator's fetches. */
type English = typeof en & typeof operator;

export type TextKey = keyof English;

/** A sentence that changes with a number, by CLDR plural category. `other` is always there. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Sentences by key, as many as have come so far. */
export type Catalogue = Readonly<Record<string, string | Plural>>;

type Slots<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | Slots<Rest> : never;
type Sentence<Key extends TextKey> = English[Key] extends { other: infer Other } ? Other : English[Key];
type Values<Key extends TextKey> = English[Key] extends string
  ? { [Slot in Slots<Sentence<Key>>]: string | number }
  : { [Slot in Slots<Sentence<Key>>]: string | number } & { count: number };

/** The keys whose words stand as they are, without slots. */
export type PlainKey = {
  [Key in TextKey]: English[Key] extends string
    ? [Slots<English[Key]>] extends [never]
      ? Key
      : never
    : never;
}[TextKey];

/** The words behind a key, with its `{slots}` filled; a plural picks its form by `count`. */
export type Translate = <Key extends TextKey>(
  key: Key,
  ...values: keyof Values<Key> extends never ? [] : [Values<Key>]
) => string;

/**
 * @param locale a BCP 47 tag such as `en-GB`; it decides plurals and how numbers are written.
 * @param catalogue what is not in it (yet) is silence: nobody is shown a key.
 */
export function translator(locale: string, catalogue: Catalogue): Translate {
  // Made when a sentence first needs them: a first view has no numbers in it, and they take a phone 50 ms.
  let plurals: Intl.PluralRules | undefined;
  let numbers: Intl.NumberFormat | undefined;
  const form = (count: number) => {
    plurals ??= new Intl.PluralRules(locale);
    return plurals.select(count);
  };
  const written = (value: number) => {
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(value);
  };

  return (key, ...[values]) => {
    const slots = (values ?? {}) as Record<string, string | number>;
    const entry = catalogue[key] ?? '';
    const sentence = typeof entry === 'string' ? entry : (entry[form(Number(slots.count))] ?? entry.other);
    return sentence.replace(/\{(\w+)\}/g, (slot, name: string) => {
      const value = slots[name];
      if (value === undefined) return slot;
      return typeof value === 'number' ? written(value) : value;
    });
  };
}
