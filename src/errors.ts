/** Every error code of the library and what to do about it. */
export const ERROR_CODES = {
  INVALID_TEXT: 'Pass the text as a string.',
  INVALID_ADCODE: 'Pass the six digits of a GB/T 2260 code as a string; `tagger.regions.lookup(name)` gives those of a name.',
  INVALID_OPTION: 'The README tells the options.',
  INVALID_ARGUMENT: 'Pass what the README tells of the function; `annotate` makes the documents, `provisionRows` the rows.',
  DICTIONARY_NOT_FOUND: 'Run `npm run build`, or pass `dictionary` to openTagger.',
  DICTIONARY_FOREIGN: 'The buffer is no dictionary of this library; build one with `npm run build:dict`.',
  DICTIONARY_VERSION: 'The dictionary was built for another version of the library; build it anew.',
  DICTIONARY_DAMAGED: 'The dictionary was cut or altered; fetch or build it anew.',
  DICTIONARY_ROW: 'Mend the row that the message names; nothing was loaded.',
  MODEL_NOT_FOUND: 'Check the path of the model that openTagger was given.',
  MODEL_FOREIGN: 'Train the model anew with `trainTaxonomy` or `zhengce train`, from the same rows.',
  TAXONOMY_MALFORMED: 'Mend the taxonomy at the place that the message names; the README shows its form.',
  ROW_MALFORMED: 'Mend the labelled rows as the message says; nothing was learnt or counted.',
  ENGINE_UNAVAILABLE: 'Install the engine (`npm install nodejieba`) or use the built-in one.',
  ENGINE_DICTIONARY: 'Open every nodejieba tagger of a process with the same words and without removals, or use the built-in engine.',
  ENGINE_OPAQUE: 'Only the built-in engine weighs routes; open a tagger with it.',
  FILE_UNREADABLE: 'Check the path and its permissions.',
  DOCUMENT_FORMAT: 'Save the document as DOCX, as PDF with text, as HTML or as plain text; Word, WPS and LibreOffice do.',
  DOCUMENT_DAMAGED: 'Fetch the file again, or open it with the program that wrote it and save it anew.',
  DOCUMENT_ENCRYPTED: 'Open the document with its password and save it without one.',
  DOCUMENT_WITHOUT_TEXT: 'Run text recognition (OCR) over a PDF, or print it anew; save a page from the browser once it is shown.',
  DOCUMENT_TOO_LARGE: 'Save the text of the document alone, without what else the file holds.',
  FILE_UNWRITABLE: 'Check the folder, its permissions and the free space.',
  GOLD_MALFORMED: 'Mend the marks of the gold file at the place that the message names.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** An error with a code that programs can test and a hint that people can follow. */
export class ZhengceError extends Error {
  override readonly name = 'ZhengceError'
  readonly code: ErrorCode
  readonly hint: string

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.hint = ERROR_CODES[code]
  }
}
