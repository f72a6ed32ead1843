/** What is heard before words that a comparison marks: most screen readers say nothing of the marks themselves. */
export const heardMarks = { del: 'taken out: ', ins: 'put in: ' } as const
