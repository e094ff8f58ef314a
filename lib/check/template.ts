// SPDX-License-Identifier: Apache-2.0
// Tells a template that has not been rendered from YAML that only looks like one. Nothing is rendered here.

/** Helm's own values: in no other text. */
const HELM = /\{\{-?\s*(?:include\b[^}]*"|[^}"]*?(?:\.Values|\.Release|\.Chart|\.Capabilities|\.Files|\$\.Values)\b)/u;

/** Words of Go's templates at the beginning of braces, and of Jinja's. */
const PROGRAM =
  /\{\{-?\s*(?:\/\*|[.$]|(?:if|else|end|range|with|define|template|block|include|toYaml|tpl|default|required|quote|printf|lookup|fail|nindent|indent)\b)|\{%-?\s*\w/u;

/** Offset of the first sign that the text is a template; undefined for one that is not. */
export function templateMark(text: string, readable: boolean): number | undefined {
  const found = HELM.exec(text) ?? (readable ? null : PROGRAM.exec(text));
  // A comment may talk about templates.
  return found === null || isComment(text, found.index) ? undefined : found.index;
}

function isComment(text: string, at: number): boolean {
  return /^\s*#/u.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}
