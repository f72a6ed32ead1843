/** How PostgreSQL runs for tests: their data need not survive a power cut. */
export const hasty = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
