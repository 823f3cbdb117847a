/** Letters a message of each platform may have; what is longer leaves in parts. Characters of NFC, as UTF-16 units. */
export const TEXT_LIMITS = {
  /** Zalo counts a message's characters as they come. */
  'zalo-bot': 2000,
  telegram: 4096,
  'web-chat': 20_000,
} as const;
