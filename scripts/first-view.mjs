import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The scripts that a browser loads to show a page for the first time: those that stand in its HTML. What is
 * for browsers without modules only (`nomodule`) is loaded by none that can call; what the page imports
 * later, when it is used or beside the lobby, is not waited for.
 * @param {string} webRoot where the export lies
 * @param {string} page its HTML file
 * @returns {string[]} paths, each once
 */
export function firstViewScripts(webRoot, page) {
  const html = readFileSync(path.join(webRoot, page), 'utf8');
  const scripts = [...html.matchAll(/<script\b[^>]*>/gi)]
    .map(([tag]) => tag)
    .filter((tag) => !/\snomodule\b/i.test(tag))
    .flatMap((tag) => /\ssrc="(\/[^"?]+)/i.exec(tag)?.[1] ?? []);
  if (scripts.length === 0) throw new Error(`${page} loads no script: is it built, and still read right?`);
  return [...new Set(scripts)].map((src) => path.join(webRoot, src));
}
