import { CircleAlert } from 'lucide-react';
import type { ReactNode, Ref } from 'react';

/** What went wrong, what to do next, and the buttons that do it. */
export function Notice({
  what,
  next,
  children,
  ref,
}: {
  what: string;
  next?: string;
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}) {
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="grid gap-3 rounded-md border border-alert/40 bg-alert-ground p-4"
    >
      <div className="flex gap-3">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-alert" />
        <div>
          <p className="font-semibold text-alert">{what}</p>
          {next && <p className="mt-0.5 text-ink">{next}</p>}
        </div>
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
