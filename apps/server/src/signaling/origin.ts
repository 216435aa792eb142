/**
 * Whether a page of this origin may open a connection. Without an Origin there is no telling who asks, so
 * programs send the server's own. Cross-site pages could otherwise speak for their visitors (CWE-1385).
 */
export function originAllowed(
  headers: { origin?: string | undefined; host?: string | undefined },
  allowed: readonly string[],
): boolean {
  const { origin, host } = headers;
  if (!origin || !host || !URL.canParse(origin)) return false;
  return allowed.includes(origin) || new URL(origin).host === host.toLowerCase();
}
