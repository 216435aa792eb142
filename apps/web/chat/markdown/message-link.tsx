import type { ReactNode } from 'react';
import { safeLink, tellsDestination } from './safe-link.ts';

/** A link in a message: it opens elsewhere, tells that place nothing of this one, and says where it leads. */
export function MessageLink({
  href = '',
  text,
  children,
}: {
  href?: string;
  text: string;
  children: ReactNode;
}) {
  const link = safeLink(href);
  if (!link) return children;
  return (
    <>
      <a href={link.href} target="_blank" rel="noopener noreferrer nofollow">
        {children}
      </a>
      {!tellsDestination(text, link) && (
        <>
          {' '}
          <bdi dir="ltr">({link.destination})</bdi>
        </>
      )}
    </>
  );
}
