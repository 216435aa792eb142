import { limits } from '@earshot/protocol';
import type { Budget } from './ledger.ts';

/** What is counted, by address prefix and by key. */
export type Dealing = 'joins' | 'rooms' | 'messages';

type Budgets = Readonly<Record<Dealing, () => Budget>>;

/** A household, a school, an office: many people share a prefix. */
export const prefixBudgets: Budgets = {
  joins: () => ({
    free: limits.joinsFreePerPrefix,
    most: limits.joinsPerPrefix,
    perSecond: limits.joinsPerPrefixPerSecond,
  }),
  rooms: () => ({
    free: limits.roomsFreePerPrefix,
    most: limits.roomsPerPrefix,
    perSecond: limits.roomsPerPrefixPerSecond,
  }),
  messages: () => ({
    free: limits.messagesFreePerPrefix,
    most: limits.messagesPerPrefix,
    perSecond: limits.messagesPerPrefixPerSecond,
  }),
};

/** A key is one person's, who may have a few tabs. */
export const keyBudgets: Budgets = {
  joins: () => ({
    free: limits.joinsFreePerKey,
    most: limits.joinsPerKey,
    perSecond: limits.joinsPerKeyPerSecond,
  }),
  rooms: () => ({
    free: limits.roomsFreePerKey,
    most: limits.roomsPerKey,
    perSecond: limits.roomsPerKeyPerSecond,
  }),
  messages: () => ({
    free: limits.messagesFreePerKey,
    most: limits.messagesPerKey,
    perSecond: limits.messagesPerKeyPerSecond,
  }),
};

export const connectBudget = (): Budget => ({
  free: limits.connectsPerPrefix,
  most: limits.connectsPerPrefix,
  perSecond: limits.connectsPerPrefixPerSecond,
});

export const failureBudget = (): Budget => ({
  free: limits.failuresFreePerPrefix,
  most: limits.failuresPerPrefix,
  perSecond: limits.failuresPerPrefixPerSecond,
});
