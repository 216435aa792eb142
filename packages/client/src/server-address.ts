/** Where a server takes signaling: `https://talk.example/anything` → `wss://talk.example/signal`. */
export function signalingUrl(server: string | URL): URL {
  const url = new URL('/signal', server);
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) {
    throw new TypeError(`server must be an http or https address, not ${url.protocol}`);
  }
  url.protocol = url.protocol.replace('http', 'ws');
  return url;
}

/** The web origin that belongs to a signaling address (RFC 6454): what a page of that server would send. */
export function originOf(signaling: URL): string {
  return `${signaling.protocol === 'wss:' ? 'https' : 'http'}://${signaling.host}`;
}
