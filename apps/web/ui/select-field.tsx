'use client';

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** One choice among several, with its label above and whatever explains it below. */
export function SelectField({
  label,
  value,
  onChange,
  options,
  children,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The `option` elements. */
  options: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div className="relative">
        <select
          id={id}
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className="min-h-12 w-full appearance-none truncate rounded-md border border-edge bg-raised ps-4 pe-11"
        >
          {options}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-4 top-1/2 size-4 -translate-y-1/2 text-soft"
        />
      </div>
      {children}
    </div>
  );
}
