import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode, Ref } from 'react';

/** What went wrong, what to do next, and the buttons that do it. */
export function Notice({
  what,
  next,
  good = false,
  children,
  ref,
}: {
  what: string;
  next?: string;
  /** What was wrong is right again: the notice says so in its place. */
  good?: boolean;
  children?: ReactNode;
  ref?: Ref<HTMLDivElement>;
}) {
  const Icon = good ? CircleCheck : CircleAlert;
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className={`grid gap-3 rounded-md border p-4 ${good ? 'border-edge bg-raised' : 'border-alert/40 bg-alert-ground'}`}
    >
      <div className="flex gap-3">
        <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${good ? '' : 'text-alert'}`} />
        <div>
          <p className={`font-semibold ${good ? '' : 'text-alert'}`}>{what}</p>
          {next && <p className="mt-0.5 text-ink">{next}</p>}
        </div>
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </div>
  );
}
