import { shortName } from '@earshot/client/short-name';

/** What to call somebody: their name, or what else is known of them. */
export function whoIs(somebody: {
  name?: string | undefined;
  key?: string | undefined;
  prefix?: string | undefined;
}): string {
  const { name, key, prefix } = somebody;
  return name || (key && shortName(key)) || prefix || '?';
}
