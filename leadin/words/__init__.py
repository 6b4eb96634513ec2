"""The only place with sentences for people: a catalogue a language, and what puts them together."""

from leadin.words.render import Line, Text, labelled, render, say, say_reason, template

__all__ = ["Line", "Text", "labelled", "render", "say", "say_reason", "template"]
