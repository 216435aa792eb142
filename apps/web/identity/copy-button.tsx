'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';

const confirmedMs = 2_500;

/** Copies a text that stands beside it; where the browser has no clipboard for us, it can be selected there. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), confirmedMs);
    return () => clearTimeout(timer);
  }, [copied]);

  const Icon = copied ? Check : Copy;
  return (
    <>
      <Button
        onClick={() => {
          navigator.clipboard?.writeText(text).then(
            () => setCopied(true),
            () => {},
          );
        }}
      >
        <Icon aria-hidden="true" className="size-5 shrink-0" />
        {label}
      </Button>
      <span role="status" className="sr-only">
        {copied && t('identity.copied')}
      </span>
    </>
  );
}
