// Package captions translates subtitles.
package captions

import "vertaal.nl/subtitles/glossary"

var words *glossary.Glossary

func init() {
	words = glossary.Default()
	words.Add("nl", "dolly", "dolly")
}

func Line(lang, term string) string { return words.Word(lang, term) }
