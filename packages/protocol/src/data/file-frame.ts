import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { FileOffer } from './file-offer.ts';

const id = FileOffer.shape.id;
const offset = z.int().check(z.minimum(0), z.maximum(limits.fileBytes));

/** Content of `earshot.file`, from member to member. */
export const FileFrame = z.discriminatedUnion('do', [
  /** To the owner: send these bytes. Whoever fetches asks for no more than they can take. */
  z.object({
    do: z.literal('read'),
    id,
    from: offset,
    length: z.int().check(z.minimum(1), z.maximum(limits.fileReadBytes)),
  }),
  /** To the owner: nothing more of this file. */
  z.object({ do: z.literal('stop'), id }),
  /** From the owner: bytes that were asked for. */
  z.object({
    do: z.literal('bytes'),
    id,
    at: offset,
    bytes: z.instanceof(Uint8Array).check(z.refine((bytes) => bytes.length <= limits.fileChunkBytes)),
  }),
  /** From the owner: there is no such file, or not any more. */
  z.object({ do: z.literal('gone'), id }),
]);
export type FileFrame = z.infer<typeof FileFrame>;
