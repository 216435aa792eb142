import * as z from 'zod';

/** What the operator has turned off. */
export const OperatorSwitches = z.object({
  /** Nobody makes a room any more. */
  noNewRooms: z.boolean(),
  /** The directory is empty. */
  noListing: z.boolean(),
});
export type OperatorSwitches = z.infer<typeof OperatorSwitches>;

export const allOpen: OperatorSwitches = { noNewRooms: false, noListing: false };
