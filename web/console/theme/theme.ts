import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The green of web/shared/tokens.css (--green is shade 7), for what can be done. */
const green: MantineColorsTuple = [
  '#f0f7f3',
  '#e3f0e8',
  '#c3dfcf',
  '#9dcbb1',
  '#6fb08d',
  '#3d8f66',
  '#1f7550',
  '#12603d',
  '#0c4a2e',
  '#083822',
];

/** Amber, for what waits: --amber is shade 8. */
const amber: MantineColorsTuple = [
  '#fdf8ec',
  '#fdf3df',
  '#f8e3bb',
  '#e6bd72',
  '#d69f3f',
  '#bd8420',
  '#a87011',
  '#965f05',
  '#855000',
  '#6a4000',
];

/** Red, only for what is lost: --red is shade 8. */
const red: MantineColorsTuple = [
  '#fdf4f3',
  '#fcebe9',
  '#f6cdc9',
  '#eca69f',
  '#df7a70',
  '#cf5347',
  '#bd3c30',
  '#b03227',
  '#a52a1f',
  '#801d14',
];

/** Soft grey, from --mist to --ink. */
const gray: MantineColorsTuple = [
  '#f9faf8',
  '#f3f5f2',
  '#e8ece7',
  '#dbe1da',
  '#c3ccc4',
  '#8d988f',
  '#55615a',
  '#3d4841',
  '#2a342e',
  '#18221c',
];

export const theme = createTheme({
  colors: { green, amber, red, gray },
  primaryColor: 'green',
  primaryShade: 7,
  black: '#18221c',
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "Roboto Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '14px', sm: '15px', md: '16px', lg: '18px', xl: '20px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // An asterisk in red would look like a loss; what may be left out is said in words.
    InputWrapper: { defaultProps: { withAsterisk: false } },
    Button: { defaultProps: { h: 44, fz: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    Select: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    ActionIcon: { defaultProps: { size: 44, variant: 'subtle', color: 'gray' } },
    Modal: { defaultProps: { radius: 16, centered: true }, styles: { title: { fontSize: 19, fontWeight: 600 } } },
  },
});
