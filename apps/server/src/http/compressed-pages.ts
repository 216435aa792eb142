import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const encoders = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (text: string) => promisify(gzip)(text, { level: 6 }),
  identity: async (text: string) => Buffer.from(text),
} as const;

export type Encoding = keyof typeof encoders;

/** A page takes about 10 kB: 3 MB in all. */
const pagesKept = 300;

/**
 * Pages as they go out, each compressed once while it is asked for now and then: the one that nobody has asked for
 * longest is forgotten.
 */
export class CompressedPages {
  /** By etag, the one longest unasked first. Whoever comes while one is being compressed waits for the same. */
  readonly #pages = new Map<string, Promise<Buffer>>();
  readonly #encode: (text: string, encoding: Encoding) => Promise<Buffer>;

  constructor(encode = (text: string, encoding: Encoding): Promise<Buffer> => encoders[encoding](text)) {
    this.#encode = encode;
  }

  get size(): number {
    return this.#pages.size;
  }

  /** @param etag Of this page in this encoding. @param page Called where it is not known. */
  get(etag: string, encoding: Encoding, page: () => string): Promise<Buffer> {
    const known = this.#pages.get(etag);
    this.#pages.delete(etag);
    const compressed = known ?? this.#encode(page(), encoding);
    this.#pages.set(etag, compressed);
    if (!known) compressed.catch(() => this.#pages.delete(etag));
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > pagesKept && oldest !== undefined) this.#pages.delete(oldest);
    return compressed;
  }
}
