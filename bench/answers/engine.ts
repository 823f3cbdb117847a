/** One text to be found; `law` and `title` may be empty. */
export type Passage = { id: string; law: string; title: string; text: string };

/** Best first. Engines that tell no score cannot refuse by one. */
export type Hit = { id: string; score?: number };

export type Find = (question: string, limit: number) => Hit[] | Promise<Hit[]>;

/** A built index. `outsideMb` is what it takes outside this process, where it does. */
export type Built = { find: Find; outsideMb?: number; close?: () => Promise<void> };

/** One engine under measurement, set up as well as its documentation allows. */
export type Engine = {
  /** How it is set up, in a few words. */
  setUp: string;
  /** What has to run before the clock does: a server. */
  prepare?: () => Promise<void>;
  build: (passages: readonly Passage[]) => Built | Promise<Built>;
};

export type Grain = 'articles' | 'clauses';
