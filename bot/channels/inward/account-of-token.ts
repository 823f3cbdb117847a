/**
 * The account of a bot: the number before the colon of its token, which stays when the secret behind it is reset. People are
 * known by channel, account and chat, so it must not change.
 */
export function accountOfToken(token: string): string {
  const [number = ''] = token.split(':');
  return /^\d{1,30}$/.test(number) ? number : 'main';
}
