'use client';

import type { Member } from '@earshot/client';
import { Flag } from 'lucide-react';
import { Popover } from 'radix-ui';
import { type ReactNode, type RefObject, useId, useRef, useState } from 'react';
import { ConfirmAct, type Grave, graveHeadings } from '../hosting/confirm-act.tsx';
import { PersonPowers } from '../hosting/person-powers.tsx';
import { useText } from '../i18n/language.ts';
import { ShortName } from '../people/short-name.tsx';
import { useFrame } from '../room/frame.tsx';
import { useInside } from '../room/inside.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useMediaQuery } from '../ui/use-media-query.ts';
import { PersonVolume } from './person-volume.tsx';

const phone = '(max-width: 40rem)';

interface PersonPanelProps {
  member: Member;
  anchor: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** One person: how one hears them, and what one may do about them. Beside their button; on a phone a sheet. */
export function PersonPanel(props: PersonPanelProps) {
  const t = useText();
  const [grave, setGrave] = useState<Grave>();
  const inside = useRef<HTMLDivElement>(null);
  const { hosting } = useInside().room;
  const { openDialog } = useFrame();
  const narrow = useMediaQuery(phone);
  const { member, anchor, onClose } = props;
  const heading = grave ? t(graveHeadings[grave], { name: member.name }) : member.name;

  /** Closed by the dialog itself, where it is one, which is how the focus gets back to where it came from. */
  function close() {
    const dialog = inside.current?.closest('dialog');
    if (dialog) dialog.close();
    else onClose();
  }

  function report() {
    close();
    // Where the focus is to come back to, now that what was pressed is gone.
    anchor.current?.focus({ preventScroll: true });
    openDialog({ at: 'report', about: { id: member.id, name: member.name } });
  }

  function done(gone: boolean) {
    // Whoever goes takes their button along: the focus waits among the others.
    const place = anchor.current?.closest<HTMLElement>('[role=tabpanel], main');
    close();
    if (gone) place?.focus({ preventScroll: true });
  }

  // Who keeps order is in more of a hurry than who listens.
  const host = hosting.can('muteMember', member.id);
  const powers = (
    <PersonPowers
      member={member}
      onDone={close}
      onGrave={setGrave}
      className={host ? 'border-b pb-4' : 'border-t pt-4'}
    />
  );
  const content = grave ? (
    <ConfirmAct what={grave} member={member} onDone={done} onBack={() => setGrave(undefined)} />
  ) : (
    <>
      {host && powers}
      <PersonVolume member={member} />
      {!host && powers}
      <button
        type="button"
        onClick={report}
        className="-mt-2 flex min-h-11 items-center gap-3 rounded-md px-2 text-start font-medium leading-tight hover:bg-sunken pointer-fine:min-h-10"
      >
        <Flag aria-hidden="true" className="size-5 shrink-0 text-soft" />
        {t('report.open')}
      </button>
    </>
  );

  if (narrow) {
    return (
      <Dialog heading={heading} place="bottom" onClose={onClose}>
        {!grave && member.key !== '' && (
          <div className="-mt-4">
            <ShortName ofKey={member.key} />
          </div>
        )}
        <div ref={inside} className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {content}
        </div>
      </Dialog>
    );
  }
  return (
    <Beside {...props} heading={heading} named={grave === undefined}>
      {content}
    </Beside>
  );
}

function Beside({
  member,
  anchor,
  heading,
  named,
  onClose,
  children,
}: PersonPanelProps & { heading: string; named: boolean; children: ReactNode }) {
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLButtonElement>} />
      <Popover.Portal>
        <Popover.Content
          ref={content}
          aria-labelledby={id}
          side="bottom"
          align="end"
          sideOffset={8}
          collisionPadding={12}
          onInteractOutside={(event) => {
            // A press on the button closes it, too: closing here would let that press open it again.
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Unless it was put elsewhere, as when the person goes.
            const { activeElement } = document;
            if (
              !activeElement ||
              activeElement === document.body ||
              content.current?.contains(activeElement)
            ) {
              anchor.current?.focus();
            }
          }}
          className="z-20 grid max-h-(--radix-popover-content-available-height) w-[min(20rem,calc(100vw-1.5rem))] gap-4 overflow-y-auto rounded-lg border border-line bg-surface p-5 text-ink shadow-bar"
        >
          <div className="grid gap-1">
            <h2 id={id} className="font-semibold wrap-anywhere">
              <bdi>{heading}</bdi>
            </h2>
            {named && <ShortName ofKey={member.key} />}
          </div>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
