/** Lines of "name: item, item, …"; a line that begins with spaces goes on with the one before. */
export function readTable(table: string): { name: string; items: string[] }[] {
  return table
    .trim()
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .map((line) => {
      const [name = '', items = ''] = line.split(/:(.*)/);
      return { name: name.trim(), items: items.split(',').flatMap((item) => item.trim() || []) };
    });
}
