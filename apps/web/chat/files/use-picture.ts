import { useEffect, useState } from 'react';
import { sniffedBytes, sniffImage } from './sniff-image.ts';

/** The address of a picture, where these bytes are one; it lasts as long as the component. */
export function usePicture(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    let wanted = true;
    let made: string | undefined;
    void blob
      .slice(0, sniffedBytes)
      .arrayBuffer()
      .then((head) => {
        const type = sniffImage(new Uint8Array(head));
        if (!wanted || type === undefined) return;
        // Under the type that the bytes have, and never under the one that somebody says they have.
        made = URL.createObjectURL(new Blob([blob], { type }));
        setAddress(made);
      })
      .catch(() => {});
    return () => {
      wanted = false;
      setAddress(undefined);
      if (made) URL.revokeObjectURL(made);
    };
  }, [blob]);
  return address;
}
