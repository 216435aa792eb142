/**
 * The content encoding to answer with (RFC 9110, 12.5.3): of those offered the one the client likes best, the
 * first where it likes several the same; `identity` where it takes none.
 */
export function bestEncoding<Offered extends string>(
  header: string | undefined,
  offered: readonly Offered[],
): Offered | 'identity' {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
    const q = parameters.find((each) => each.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  let [best, most]: [Offered | 'identity', number] = ['identity', 0];
  for (const each of offered) {
    const weight = weights.get(each) ?? weights.get('*') ?? 0;
    if (weight > most) [best, most] = [each, weight];
  }
  return best;
}
