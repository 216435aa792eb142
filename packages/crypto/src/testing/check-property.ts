import fc from 'fast-check';

/** Where the randomness of this run of the tests begins; `FUZZ_SEED` brings it back. */
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** Holds a property against random cases. A failure prints the seed and the smallest case that was found. */
export async function checkProperty<Case>(
  property: fc.IProperty<Case> | fc.IAsyncProperty<Case>,
  numRuns = 200,
): Promise<void> {
  await fc.assert(property as fc.IAsyncProperty<Case>, { seed, numRuns });
}
