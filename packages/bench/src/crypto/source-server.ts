import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../../..');

/** Packages whose `main` is not for browsers. */
const browserBuilds = new Map([['hash-wasm', '/node_modules/hash-wasm/dist/index.esm.js']]);

/**
 * Serves the sources of this checkout so that a browser runs them as they are: types taken out, packages found.
 * Isolated from other origins, without which a page may not measure its memory.
 */
export class SourceServer implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<SourceServer> {
    const server = createServer(async (request, response) => {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
      const path = new URL(request.url ?? '/', 'http://here').pathname;
      if (path === '/') {
        response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Bench</title>');
        return;
      }
      try {
        const source = await readFile(join(root, path), 'utf8');
        const module = path.endsWith('.ts') ? stripTypeScriptTypes(source) : source;
        response.setHeader('Content-Type', 'text/javascript').end(withPaths(module, path));
      } catch {
        response.writeHead(404).end();
      }
    });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
    await promise;
    return new SourceServer(server);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Names of packages become paths: a worker has no import map. */
function withPaths(module: string, path: string): string {
  const parent = pathToFileURL(join(root, path)).href;
  return module.replace(/(\bfrom\s*|\bimport\s*\(\s*)(["'])([^."'/][^"']*)\2/g, (whole, before, _, name) => {
    try {
      return `${before}'${browserBuilds.get(name) ?? pathOf(import.meta.resolve(name, parent))}'`;
    } catch {
      return whole;
    }
  });
}

function pathOf(url: string): string {
  return `/${relative(root, fileURLToPath(url))}`;
}
