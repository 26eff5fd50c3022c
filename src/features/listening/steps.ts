export interface SessionStep {
  step: 'plan' | 'record' | 'needs' | 'photos' | 'review' | 'publish';
  state: 'done' | 'next' | 'open';
  /** Where it is done; nothing where the person may not, or it is not the time. */
  path: string | undefined;
  /** Whether the person may only read what stands there. */
  reads: boolean;
  values: Readonly<Record<string, number>>;
}

interface Facts {
  session: { state: 'planned' | 'held' | 'published' | 'cancelled' };
  needs: { open: number; accepted: number; withheld: number };
  photos: readonly unknown[];
  isOver: boolean;
  mayRecord: boolean;
  mayPublish: boolean;
}

/** What is to be done with a session, in order, and which of it comes next for this person. */
export function stepsOf({ session, needs, photos, isOver, mayRecord, mayPublish }: Facts): SessionStep[] {
  const count = needs.open + needs.accepted + needs.withheld;
  const isOpen = session.state === 'planned' || session.state === 'held';
  const isHeld = session.state !== 'planned';
  const isPublished = session.state === 'published';
  const recordPath = mayRecord && isOpen;
  const steps: (Omit<SessionStep, 'state' | 'reads'> & { done: boolean })[] = [
    { step: 'plan', done: true, path: recordPath ? '/plan' : undefined, values: {} },
    { step: 'record', done: isHeld, path: recordPath && isOver ? '/record' : undefined, values: {} },
    {
      step: 'needs',
      done: count > 0,
      path: isOver && (recordPath || count > 0) ? '/needs' : undefined,
      values: { count },
    },
    {
      step: 'photos',
      done: photos.length > 0,
      path: recordPath && isOver ? '/photos' : undefined,
      values: { count: photos.length },
    },
    {
      step: 'review',
      done: isPublished || (isHeld && count > 0 && needs.open === 0),
      path: mayPublish && session.state === 'held' && count > 0 ? '/review' : undefined,
      values: { count: needs.open },
    },
    {
      step: 'publish',
      done: isPublished,
      path: mayPublish && session.state === 'held' && needs.open === 0 ? '/publish' : undefined,
      values: { count: needs.accepted },
    },
  ];
  // Photographs need not be there.
  const next = steps.find(({ done, path, step }) => !done && path !== undefined && step !== 'photos')?.step;
  return steps.map(({ done, ...step }) => ({
    ...step,
    reads: step.step === 'needs' && !recordPath,
    state: done ? ('done' as const) : step.step === next ? ('next' as const) : ('open' as const),
  }));
}
