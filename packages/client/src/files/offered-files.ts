import { cleanFileName, FileOffer, limits, RpcError } from '@earshot/protocol';
import { randomId } from '../random-id.ts';
import { openSha256 } from './sha256.ts';

const readBytes = 1_048_576;

interface Offered {
  readonly offer: FileOffer;
  readonly file: Blob;
}

/** One's own files that others may fetch. They stay where they are; only their bytes are read when asked for. */
export class OfferedFiles {
  readonly #files = new Map<string, Offered>();

  /** @throws RpcError `file_too_large`; `file_gone` where it cannot be read (any more) */
  async add(file: Blob & { readonly name: string }): Promise<FileOffer> {
    if (file.size > limits.fileBytes) throw new RpcError('file_too_large');
    const mime = FileOffer.shape.mime.safeParse(file.type.split(';')[0]);
    const offer: FileOffer = {
      id: randomId(),
      name: cleanFileName(file.name),
      sizeBytes: file.size,
      mime: mime.success ? mime.data : '',
      sha256: await hashOf(file),
    };
    this.#files.set(offer.id, { offer, file });
    if (this.#files.size > limits.filesOffered) this.#files.delete(this.#files.keys().next().value as string);
    return offer;
  }

  remove(id: string): void {
    this.#files.delete(id);
  }

  sizeOf(id: string): number | undefined {
    return this.#files.get(id)?.offer.sizeBytes;
  }

  /** @throws RpcError `file_gone` */
  async read(id: string, from: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const known = this.#files.get(id);
    if (!known) throw new RpcError('file_gone');
    return bytesOf(known.file.slice(from, from + length));
  }
}

async function hashOf(file: Blob): Promise<string> {
  const hash = await openSha256();
  for (let at = 0; at < file.size; at += readBytes) {
    hash.update(await bytesOf(file.slice(at, at + readBytes)));
  }
  return hash.digest();
}

/** A file that was changed or deleted since it was chosen cannot be read. */
async function bytesOf(part: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await part.arrayBuffer());
  } catch (cause) {
    throw new RpcError('file_gone', { cause });
  }
}
