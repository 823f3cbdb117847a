/**
 * Whether a second officer must agree, or agree again: it is for more people than the office has settled (`above`; null:
 * never), and for more than were agreed to (`agreedFor`; null: nobody has agreed). One more asks again; as many or fewer go.
 */
export function mustBeAgreedTo({
  people,
  above,
  agreedFor,
}: {
  people: number;
  above: number | null;
  agreedFor: number | null;
}): boolean {
  return above !== null && people > above && (agreedFor === null || people > agreedFor);
}
