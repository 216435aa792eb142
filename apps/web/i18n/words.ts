import type { Plural } from './translate.ts';

/** The words of one subject in another language: a sentence where English has one, a plural for a plural. */
export type Words<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Plural;
};

/** Words random names are drawn from. */
export interface NameWords {
  readonly qualities: readonly string[];
  readonly things: readonly string[];
  readonly creatures: readonly string[];
  /** Puts a quality and a noun together as the language does: order and endings. */
  phrase(quality: string, noun: string): string;
}
