import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { roomSlug } from '@earshot/protocol';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { StartError } from '../start-error.ts';
import { inlineScriptHashes } from './inline-scripts.ts';
import { type PreviewedRoom, roomPreviews } from './room-previews.ts';
import { contentSecurityPolicy } from './security-headers.ts';

/** Files whose name changes with their content: browsers may keep them for good. */
const immutable = /[\\/]_next[\\/]static[\\/]/;

/** What the build adds to the name of a file that it compressed. */
const compressed = /\.(br|gz)$/;

/** "Not modified" and "part of it" would leave a page that is missing blank. */
const whole = { etag: false, lastModified: false, acceptRanges: false };

const pageFiles = {
  home: 'index.html',
  room: 'r.html',
  link: 'link.html',
  operator: 'operator.html',
  missing: '404.html',
} as const;

interface PagesOptions {
  /** Where the built pages are. */
  root: string;
  /** A room that links may say something about; undefined for those that are not listed. */
  listed(name: string): PreviewedRoom | undefined;
}

/** Serves the built web application: compressed where the build did so, cached as far as is right. */
export async function addPages(app: FastifyInstance, { root, listed }: PagesOptions): Promise<void> {
  if (!existsSync(join(root, pageFiles.home))) {
    throw new StartError(`There are no built pages in ${root}: run "npm run build", or set WEB_ROOT.`);
  }
  const policies = await readPolicies(root);
  await app.register(fastifyStatic, {
    root,
    preCompressed: true,
    cacheControl: false,
    setHeaders(reply, path) {
      reply.header(
        'cache-control',
        immutable.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      const policy = policies.get(relative(root, path).replace(compressed, ''));
      if (policy) reply.header('content-security-policy', policy);
    },
  });
  app.get('/', (_request, reply) => reply.sendFile(pageFiles.home));
  app.get('/link', (_request, reply) => reply.sendFile(pageFiles.link));
  app.get('/operator', (_request, reply) => reply.sendFile(pageFiles.operator));
  const preview = await roomPreviews(join(root, pageFiles.room));
  for (const path of ['/r/:name', '/r/:name/']) {
    app.get<{ Params: { name: string } }>(path, async (request, reply) => {
      const { name } = request.params;
      if (name === '') return reply.callNotFound();
      const room = listed(roomSlug(name));
      if (!room) return reply.sendFile(pageFiles.room);
      reply.header('content-security-policy', policies.get(pageFiles.room));
      return preview(room, request, reply);
    });
  }
  app.setNotFoundHandler((_request, reply) => reply.code(404).sendFile(pageFiles.missing, whole));
}

/** The policy of each page, worked out once from the scripts that stand in it. */
async function readPolicies(root: string): Promise<Map<string, string>> {
  const entries = Object.values(pageFiles).map(async (page) => {
    const html = await readFile(join(root, page), 'utf8');
    return [page, contentSecurityPolicy(inlineScriptHashes(html))] as const;
  });
  return new Map(await Promise.all(entries));
}
