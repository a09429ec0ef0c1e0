// What a ZIP archive unpacks to: pure/table-file/archive.ts, used by the lists of organisations too.
export { checkArchive, isArchive } from '#pure/table-file/archive.ts'
