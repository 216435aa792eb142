import { limits } from '@earshot/protocol';

/** Files that are sent with one message, one after the other. */
export const mostFiles = 10;

export type Refusal =
  | { readonly why: 'too_large' | 'empty'; readonly name: string; readonly sizeBytes: number }
  | { readonly why: 'too_many' };

/** Which of the chosen files can be sent, and why the others cannot. Nothing of them is read yet. */
export function accept<File extends { readonly name: string; readonly size: number }>(
  chosen: readonly File[],
  already = 0,
): { files: File[]; refusals: Refusal[] } {
  const files: File[] = [];
  const refusals: Refusal[] = [];
  for (const file of chosen) {
    const { name, size: sizeBytes } = file;
    if (sizeBytes > limits.fileBytes) refusals.push({ why: 'too_large', name, sizeBytes });
    else if (sizeBytes === 0) refusals.push({ why: 'empty', name, sizeBytes });
    else if (already + files.length < mostFiles) files.push(file);
    else if (refusals.at(-1)?.why !== 'too_many') refusals.push({ why: 'too_many' });
  }
  return { files, refusals };
}
