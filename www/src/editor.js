// The editor. Its colours are in style.css, by the classes that the highlighter gives.
import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';

/** An editor in `parent`: `onRun` at Ctrl/⌘-Enter, `onChange` after each edit by hand. */
export function createEditor(parent, { onRun, onChange }) {
  const state = (doc) =>
    EditorState.create({
      doc,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: () => (onRun(), true) }]),
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('    '),
        bracketMatching(),
        closeBrackets(),
        python(),
        syntaxHighlighting(classHighlighter),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({ 'aria-label': 'Python program', autocapitalize: 'off', spellcheck: 'false' }),
        EditorView.updateListener.of((update) => update.docChanged && onChange()),
      ],
    });
  const view = new EditorView({ parent, state: state('') });
  return {
    get code() {
      return view.state.doc.toString();
    },
    /** Another program: what was undone in the last one stays there. */
    set code(text) {
      view.setState(state(text));
    },
    focus: () => view.focus(),
  };
}
