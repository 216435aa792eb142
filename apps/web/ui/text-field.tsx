import { type ComponentProps, type ReactNode, useId } from 'react';

/** A labelled line of text, with a place for one action at its end, a hint, and what is wrong with it. */
export function TextField({
  label,
  hint,
  error,
  action,
  ...input
}: ComponentProps<'input'> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  action?: ReactNode;
}) {
  const id = useId();
  return (
    <div className="grid gap-2">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div
        className={`flex items-center rounded-md border bg-raised pe-1 has-[input:focus-visible]:outline-3 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus ${error ? 'border-alert' : 'border-edge'}`}
      >
        <input
          {...input}
          id={id}
          dir="auto"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-more`}
          className="min-h-14 w-full min-w-0 rounded-md bg-transparent px-4 text-lg placeholder:text-soft focus-visible:outline-none"
        />
        {action}
      </div>
      <p
        id={`${id}-more`}
        role={error ? 'alert' : undefined}
        className={`min-h-6 text-sm wrap-anywhere ${error ? 'text-alert' : 'text-soft'}`}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
