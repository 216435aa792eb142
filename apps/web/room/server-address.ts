/** Where the server is. It serves this page, except in development, where NEXT_PUBLIC_SERVER names it. */
export function serverAddress(): string {
  return process.env.NEXT_PUBLIC_SERVER || window.location.origin;
}
