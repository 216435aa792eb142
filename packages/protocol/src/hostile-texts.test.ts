import { expect, test } from '@jest/globals';
import type * as z from 'zod/mini';
import { cleanFileName, FileOffer } from './data/file-offer.ts';
import { Device } from './identity/devices.ts';
import { limits } from './limits.ts';
import { MemberName, RoomName } from './names.ts';
import { StatusLine } from './profile.ts';
import { RoomTag, RoomTopic, roomTag } from './room-settings.ts';
import { cpuTimeMs } from './testing/cpu-time.ts';
import { disguises, injections } from './testing/hostile-texts.ts';
import { graphemes, roomSlug } from './text.ts';

interface Place {
  schema: z.ZodMiniType<string, string>;
  graphemes: number;
  /** Left out: any text that can be seen. */
  only?: RegExp;
}

const link = /^(?:[\p{L}\p{N}\p{M}-]|\u200c|\u200d)+$/u;
const file = /^[^/\\<>:"|?*.][^/\\<>:"|?*]*$/u;

/** Wherever a text of one person is shown to others in one line. */
const places: Readonly<Record<string, Place>> = {
  'a room’s name': { schema: RoomName, graphemes: limits.roomNameGraphemes, only: link },
  'a person’s name': { schema: MemberName, graphemes: limits.memberNameGraphemes },
  'a line about oneself': { schema: StatusLine, graphemes: limits.statusGraphemes },
  'a topic': { schema: RoomTopic, graphemes: limits.roomTopicGraphemes },
  'a tag': { schema: RoomTag, graphemes: limits.roomTagGraphemes, only: link },
  'a file’s name': { schema: FileOffer.shape.name, graphemes: limits.fileNameGraphemes, only: file },
  'a device’s name': { schema: Device.shape.name, graphemes: limits.deviceNameGraphemes },
};

/** What clients make of something typed before they send it. */
const typed: Readonly<Record<string, (text: string) => string>> = {
  'a room’s name': roomSlug,
  'a tag': roomTag,
  'a file’s name': cleanFileName,
};

const texts = [...injections, ...Object.values(disguises)];

test.each(Object.keys(places))('%s is refused or safe to show, whatever it is', (name) => {
  const { schema, graphemes: most, only } = places[name] as Place;
  for (const text of texts) {
    for (const sent of [text, typed[name]?.(text) ?? text]) {
      const read = schema.safeParse(sent);
      if (!read.success) continue;
      const told = { name, sent: sent.slice(0, 40), read: read.data };
      // What changes the direction or the line, and what is half a character.
      expect(told).toEqual({ ...told, read: expect.not.stringMatching(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u) });
      expect(told).toEqual({
        ...told,
        read: expect.not.stringMatching(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/),
      });
      expect(told).toEqual({ ...told, read: expect.not.stringMatching(/\p{M}{5}/u) });
      expect(graphemes(read.data)).toBeLessThanOrEqual(most);
      if (only && read.data !== '') expect(told).toEqual({ ...told, read: expect.stringMatching(only) });
      expect(schema.parse(read.data)).toBe(read.data);
    }
  }
});

test('what is said in lines of text loses nothing that is seen', () => {
  for (const text of injections) {
    const seen = text.replace(/\s+/g, ' ').trim();
    for (const schema of [MemberName, StatusLine, RoomTopic]) expect(schema.parse(text)).toBe(seen);
  }
});

test('no text costs much to read, or to refuse', () => {
  const spentMs = cpuTimeMs(() => {
    for (const text of texts) for (const { schema } of Object.values(places)) schema.safeParse(text);
  });
  expect(spentMs).toBeLessThan(250);
});
