/** Something the person who started the script can put right: printed as it stands, without a stack. */
export class Problem extends Error {
  name = 'Problem';
}
