'use client';

import { useMemo } from 'react';
import { encode } from 'uqr';
import { modulesPath } from './modules-path.ts';

/** Clear modules around it that cameras look for (ISO/IEC 18004, 9.1). */
const quietZone = 4;

/** A text as a QR code. Dark on white in either theme: inverted ones are not read everywhere. */
export function QrCode({ text, label, className = '' }: { text: string; label: string; className?: string }) {
  const { path, size } = useMemo(() => {
    const { data } = encode(text, { ecc: 'M', border: quietZone });
    return { path: modulesPath(data), size: data.length };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className={`rounded-md border border-line bg-[#fff] forced-color-adjust-none ${className}`}
    >
      <path d={path} fill="#000" />
    </svg>
  );
}
