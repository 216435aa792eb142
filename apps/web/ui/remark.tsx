import type { ReactNode } from 'react';

/** Something worth knowing that is nobody's fault, said politely, with what can be done about it. */
export function Remark({ children, actions }: { children: ReactNode; actions: ReactNode }) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-line bg-raised p-4"
    >
      <p className="min-w-0 flex-1 basis-48 wrap-anywhere">{children}</p>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
