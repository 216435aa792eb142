import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpProblem, RoomsChange, RoomsPage, RoomsQuery, RoomsVersion } from '../directory/listing.ts';
import { RoomGlance } from '../directory/room-glance.ts';
import { type Section, sections, tables } from './markdown.ts';

export const page = readFileSync(join(__dirname, '../../PROTOCOL.md'), 'utf8');

/** What the directory asks for and answers, by the titles on the page. */
export const directory = { RoomsQuery, RoomsPage, RoomsVersion, RoomsChange, RoomGlance, HttpProblem };

const chapters = sections(page, 2);

/** @throws Error where the page has none of this title */
export function chapter(title: string): Section {
  const found = chapters.find((each) => each.title === title);
  if (!found) throw new Error(`PROTOCOL.md has no chapter "${title}"`);
  return found;
}

/** The rows of the one table in `text`. @throws Error where there are more */
export function rows(text: string): string[][] {
  const [table, ...others] = tables(text);
  if (others.length > 0) throw new Error('more tables than one');
  return table ?? [];
}
