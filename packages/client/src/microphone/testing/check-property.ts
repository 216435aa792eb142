import fc from 'fast-check';

/** Where the randomness of this run of the tests begins. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
const runs = process.env.FUZZ_RUNS;

/**
 * Holds a property against random cases. A failure prints the seed and the smallest case that was found;
 * `FUZZ_SEED` brings the same cases back, `FUZZ_RUNS` asks for more of them.
 */
export async function checkProperty<Case>(property: fc.IAsyncProperty<Case>, numRuns = 100): Promise<void> {
  await fc.assert(property, { seed, numRuns: Number(runs ?? numRuns) });
}
