/** How long the browser may take to begin saving. */
const saveMs = 60_000;

/** Keeps a file. It is only ever saved: under a type that no browser opens or runs. */
export function saveFile(blob: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), saveMs);
}
