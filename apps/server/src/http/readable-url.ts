/** An address at which nothing is. */
const nowhere = '/%EF%BF%BD';

/**
 * The address itself, or another one where nothing is when its escapes cannot be read: those too shall get
 * our own answer, with the security headers and the page for what is missing.
 */
export function readableUrl({ url = '/' }: { url?: string | undefined }): string {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return url;
  } catch {
    return nowhere;
  }
}
