'use client';

import type { GivenRole, Member } from '@earshot/client';
import {
  Ban,
  Crown,
  DoorOpen,
  Ghost,
  Hand,
  Headphones,
  type LucideIcon,
  Mic,
  MicOff,
  Shield,
  Vote,
} from 'lucide-react';
import { useId } from 'react';
import { useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import type { Grave } from './confirm-act.tsx';
import { type Act, useAct } from './use-act.ts';

const roleIcons: Readonly<Record<GivenRole, LucideIcon>> = {
  moderator: Shield,
  speaker: Mic,
  listener: Headphones,
};

/** What one may do to somebody to keep order; nothing where that is nothing. What is grave is asked about first. */
export function PersonPowers({
  member,
  onDone,
  onGrave,
  className,
}: {
  member: Member;
  onDone: () => void;
  onGrave: (what: Grave) => void;
  className: string;
}) {
  const t = useText();
  const heading = useId();
  const { hosting } = useInside().room;
  // Who one is oneself decides what one may do.
  useSnapshot(({ self, room }) => `${self.role} ${room.owned}`);
  // The key of a private room stays with whoever made it.
  const handsOver = useSnapshot(({ privacy }) => privacy.kind !== 'private');
  const act = useAct();
  const { id, name, role, key, microphoneRight, hand } = member;
  const withheld = microphoneRight === 'withheld';

  const can = (what: Parameters<typeof hosting.can>[0]) => hosting.can(what, id);
  const doing = (what: Act) => () => {
    onDone();
    void act(what);
  };
  const give = (to: GivenRole): Act => ({
    does: () => hosting.setRole(id, to),
    did: t(`host.didMake_${to}`, { name }),
    undo: role === 'owner' ? undefined : () => hosting.setRole(id, role),
  });
  const mute: Act = {
    does: () => hosting.mute(id),
    did: t('host.didMute', { name }),
    undo: () => hosting.allowToSpeak(id),
  };

  const unshadow: Act = {
    does: () => hosting.shadowMute(id, false),
    did: t('host.didUnshadow', { name }),
    undo: () => hosting.shadowMute(id, true),
  };

  const lines = [
    role !== 'listener' &&
      !withheld &&
      can('muteMember') && { icon: MicOff, label: t('host.mute'), press: doing(mute) },
    withheld &&
      can('allowToSpeak') && {
        icon: Mic,
        label: t('host.allow'),
        press: doing({ does: () => hosting.allowToSpeak(id), did: t('host.didAllow', { name }) }),
      },
    role !== 'listener' &&
      member.microphone === 'muted' &&
      !withheld &&
      can('askToUnmute') && {
        icon: Mic,
        label: t('host.ask'),
        press: doing({ does: () => hosting.askToUnmute(id), did: t('host.didAsk', { name }) }),
      },
    hand &&
      can('lowerHands') && {
        icon: Hand,
        label: t('host.lowerHand'),
        press: doing({ does: () => hosting.lowerHands(id) }),
      },
    ...hosting
      .rolesFor(id)
      .map((to) => ({ icon: roleIcons[to], label: t(`host.make_${to}`), press: doing(give(to)) })),
    can('shadowMute') &&
      (member.shadowMuted
        ? { icon: Ghost, label: t('host.unshadow'), press: doing(unshadow) }
        : { icon: Ghost, label: t('host.shadow'), press: () => onGrave('shadow') }),
    can('removeMember') && { icon: DoorOpen, label: t('host.remove'), press: () => onGrave('remove') },
    can('banMember') && { icon: Ban, label: t('host.ban'), press: () => onGrave('ban') },
    key !== '' &&
      handsOver &&
      can('handOver') && {
        icon: Crown,
        label: t('host.handOver'),
        press: () => onGrave('handOver'),
      },
    hosting.can('voteToRemove') && {
      icon: Vote,
      label: t('host.vote'),
      press: () => onGrave('vote'),
    },
  ].filter((line) => line !== false && line !== undefined);
  if (lines.length === 0) return null;

  return (
    <section aria-labelledby={heading} className={`grid gap-0.5 border-line ${className}`}>
      <h3 id={heading} className="px-2 text-sm font-semibold text-soft">
        {t('host.heading')}
      </h3>
      {lines.map(({ icon: Icon, label, press }) => (
        <button
          key={label}
          type="button"
          onClick={press}
          className="flex min-h-11 items-center gap-3 pointer-fine:min-h-10 rounded-md px-2 text-start font-medium leading-tight hover:bg-sunken"
        >
          <Icon aria-hidden="true" className="size-5 shrink-0 text-soft" />
          {label}
        </button>
      ))}
    </section>
  );
}
