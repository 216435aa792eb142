import { test as base } from '@playwright/test';
import { Person, type PersonOptions } from './person.ts';

/** A test with people: `arrive` brings one with a browser of their own, and all go home when it ends. */
export const test = base.extend<{ arrive(options: PersonOptions): Promise<Person>; room: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern.
  arrive: async ({}, use) => {
    const people: Person[] = [];
    await use(async (options) => {
      const person = await Person.arrive(options);
      people.push(person);
      return person;
    });
    await Promise.all(people.map((person) => person.go()));
  },
  /** A room that no other test uses. */
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  room: async ({}, use, info) => {
    // A second try begins in a room where nothing was said.
    await use(`room-${info.testId.slice(-8)}${info.retry || ''}`);
  },
});

export { expect } from '@playwright/test';
