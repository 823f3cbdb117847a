/** A commune-level unit (xã, phường, đặc khu) in force. Codes are the statistics office's, as strings. */
export type Commune = { code: string; name: string; provinceCode: string; province: string };

/** A commune as it was called before 2025-07-01. */
export type FormerCommune = { commune: string; district: string; province: string };

export type PlaceFinding =
  /** Exactly one commune of today. `former` when an old name was understood. */
  | { kind: 'found'; commune: Commune; former?: FormerCommune }
  /** Ask one question: the old commune was divided, or several bear the name. */
  | { kind: 'choose'; reason: 'divided' | 'several'; options: { commune: Commune; former?: FormerCommune }[] }
  | { kind: 'province'; provinceCode: string; province: string }
  | { kind: 'unknown' };

export type Places = {
  /** Understands a place as typed: any accents, any case, old or new names, with or without district and province. */
  find: (text: string, near?: { provinceCode?: string }) => PlaceFinding;
  findCommune: (code: string) => Commune | undefined;
  findProvince: (code: string) => { code: string; name: string } | undefined;
};
