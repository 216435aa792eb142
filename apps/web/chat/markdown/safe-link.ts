/** Where a link in a message leads, once it is known to be harmless to offer. */
export interface SafeLink {
  readonly href: string;
  /** Whom one really visits or writes to, in ASCII: lookalike letters show as `xn--…`. */
  readonly destination: string;
}

const allowed = new Set(['http:', 'https:', 'mailto:']);

/** The link as it may be offered, or undefined where the address is relative, broken or does something else. */
export function safeLink(address: string): SafeLink | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (!allowed.has(url.protocol)) return undefined;
  if (url.protocol === 'mailto:') {
    const destination = decode(url.pathname);
    return destination === '' ? undefined : { href: url.href, destination };
  }
  // `https://bank.example@evil.example/`: what stands before the @ is there to deceive.
  url.username = '';
  url.password = '';
  return { href: url.href, destination: url.host };
}

/** Whether the words of a link already say where it leads, so that nothing need be added. */
export function tellsDestination(text: string, { href, destination }: SafeLink): boolean {
  const shown = text.trim().toLowerCase();
  if (href.startsWith('mailto:')) return shown.replace(/^mailto:/, '') === destination.toLowerCase();
  const bare = shown.replace(/^https?:\/\//, '');
  // Only one way to write an address is believed: with any other, the real host is shown as well.
  return bare === destination || bare.startsWith(`${destination}/`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
