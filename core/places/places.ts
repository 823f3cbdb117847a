/** A commune-level unit (xã, phường, đặc khu) in force. Codes are the statistics office's, as strings. */
export type Commune = { code: string; name: string; provinceCode: string; province: string };

/** A commune as it was called before 2025-07-01. A district that had no communes is its own: `commune` is its name, `district` empty. */
export type FormerCommune = { commune: string; district: string; province: string };

export type PlaceOption = { commune: Commune; former?: FormerCommune };

export type PlaceFinding =
  /**
   * Exactly one commune of today. `former` when an old name was understood.
   * `guessed` when a slip was corrected, or the place lies in a province that nobody named: better ask before it is kept.
   */
  | { kind: 'found'; commune: Commune; former?: FormerCommune; guessed?: true }
  /** Ask one question: the old commune was divided, several bear the name, or only an old district was named. */
  | { kind: 'choose'; reason: 'divided' | 'several' | 'district'; options: PlaceOption[] }
  | { kind: 'province'; provinceCode: string; province: string }
  | { kind: 'unknown' };

export type Places = {
  /** Understands a place as typed: any accents, any case, old or new names, with or without district and province. */
  find: (text: string, near?: { provinceCode?: string }) => PlaceFinding;
  findCommune: (code: string) => Commune | undefined;
  /** In the order of their names. */
  listCommunes: (provinceCode: string) => Commune[];
  findProvince: (code: string) => { code: string; name: string } | undefined;
  /** The provinces of before 2025-07-01 that make it up, by their names, its namesake among them; empty where it is one alone. */
  listFormerProvinces: (provinceCode: string) => FormerProvince[];
};

/** `name` is without "Tỉnh"; the codes are those of the communes of today that have land of it. */
export type FormerProvince = { name: string; communeCodes: string[] };

/** "Thái Nguyên" of "Tỉnh Thái Nguyên". */
export function bareProvinceName(name: string): string {
  return name.replace(/^(Tỉnh|Thành phố) /, '');
}
