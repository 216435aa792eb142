import { type NotificationName, type NotificationParams, notifications } from '@earshot/protocol';

/** One notification of the server, with parameters that fit its schema. */
export type Notification = {
  [Name in NotificationName]: { readonly method: Name; readonly params: NotificationParams<Name> };
}[NotificationName];

/** @returns undefined for one that this client does not know or cannot read: a newer server may say more. */
export function readNotification(method: string, params: unknown): Notification | undefined {
  if (!Object.hasOwn(notifications, method)) return undefined;
  const parsed = notifications[method as NotificationName].safeParse(params ?? {});
  return parsed.success ? ({ method, params: parsed.data } as Notification) : undefined;
}
