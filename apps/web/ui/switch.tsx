'use client';

import { useId } from 'react';

/** Something that is on or off, with its name and, where needed, a sentence about it. */
export function Switch({
  label,
  hint,
  on,
  disabled = false,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5">
      <label htmlFor={id} className="min-h-6 font-semibold">
        {label}
      </label>
      <button
        id={id}
        type="button"
        role="switch"
        aria-checked={on}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={disabled}
        onClick={() => onChange(!on)}
        className="group inline-flex h-8 w-14 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors duration-(--duration-quick) disabled:opacity-60 aria-checked:border-ink aria-checked:bg-ink forced-colors:aria-checked:bg-[Highlight]"
      >
        <span className="size-6 rounded-full bg-edge transition-transform duration-(--duration-quick) group-aria-checked:translate-x-6 group-aria-checked:bg-surface rtl:group-aria-checked:-translate-x-6 forced-colors:bg-[ButtonText]" />
      </button>
      {hint && (
        <p id={`${id}-hint`} className="col-span-2 text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
