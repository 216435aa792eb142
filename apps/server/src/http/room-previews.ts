import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bestEncoding } from './best-encoding.ts';
import { CompressedPages } from './compressed-pages.ts';

/** What a link to a room may tell those who have not followed it. */
export interface PreviewedRoom {
  readonly name: string;
  /** Empty: nothing is said. */
  readonly topic: string;
}

type Preview = (room: PreviewedRoom, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * Serves a room's page with its name and topic in the head, for the pictures that messengers draw of links
 * (https://ogp.me). Only elements that run nothing are added, and each text is escaped.
 * @param file the built page
 */
export async function roomPreviews(file: string): Promise<Preview> {
  const html = await readFile(file, 'utf8');
  const [head = '', ...rest] = html.split('</head>');
  // As an unlisted room's page is: there for the server's life, the same file from beginning to end.
  const whole = (tags: string) => [`${head}${tags}`, ...rest].join('</head>');
  const pages = new CompressedPages();
  const own = digest(html);

  return async (room, request, reply) => {
    const tags = metaTags(room);
    const encoding = bestEncoding(request.headers['accept-encoding'], ['br', 'gzip']);
    const etag = `"${digest(own + tags)}-${encoding}"`;
    reply.header('cache-control', 'no-cache').header('vary', 'accept-encoding').header('etag', etag);
    if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type('text/html; charset=utf-8').send(await pages.get(etag, encoding, () => whole(tags)));
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** The tags of one room's page, as text that HTML cannot take for anything else. */
export function metaTags({ name, topic }: PreviewedRoom): string {
  const title = `${name} · Earshot`;
  const description = topic || 'A voice room behind a link: no account, nothing to install.';
  const properties: [string, string][] = [
    ['og:type', 'website'],
    ['og:site_name', 'Earshot'],
    ['og:title', title],
    ['og:description', description],
  ];
  const tags = properties.map(([key, value]) => `<meta property="${key}" content="${escaped(value)}"/>`);
  return tags.join('');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');
}
